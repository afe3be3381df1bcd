import { isKind, type Flow, type LlmRequest } from "#engine";
import { registry } from "#nodes";
import { eraseValues, loadRun, openLedger, verifyBundle, type TraceStore } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import { describe, expect, test } from "vitest";
import { openWorkspace, type RunShelf, type WorkspaceParts } from "../workspace/index.ts";
import { asked, drain, mara, nora, openHouse, type House } from "./house.fixture.ts";
import { createMemoryKeys, createMemoryParts, createMemoryStore } from "./index.ts";
import { gatedFlow } from "./shop-flow.fixture.ts";

const script = (request: LlmRequest): ScriptedTurn =>
  request.messages.at(-1)?.role === "tool"
    ? "Done."
    : { calls: [{ tool: "refund", arguments: { orderId: "A1001", amount: 40 } }] };
const words = { text: "Refund 40 EUR for A1001", speaker: nora };
const approve = { by: mara, decision: "approve", comment: "" } as const;
const firstTarget = gatedFlow({ when: { kind: "first-target" } });

/** A house in which the target was approved, used and sealed in a chat that is over. */
async function usedOnce(decision: "approve" | "deny" = "approve", flow: Flow = firstTarget): Promise<House> {
  const house = await openHouse(script, { flow });
  await drain(house.session.send(words));
  await house.session.decide(asked(house.session), { ...approve, decision });
  await drain(house.session.resume());
  await house.session.close("done");
  return house;
}

/** Sends the same words in a new chat and says whether somebody is asked. */
async function asksAgain(parts: WorkspaceParts, flow: Flow = firstTarget, ledgerLines?: TraceStore["ledgerLines"]) {
  const store = over(parts.store, {});
  const started = await (await openWorkspace({ ...parts, store }, registry)).start(flow);
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  // Only what is read from now on: a ledger that is not in form lets no run begin.
  if (ledgerLines !== undefined) Object.assign(store, { ledgerLines });
  await drain(session.send(words));
  return { isAsked: session.waiting().length > 0, session };
}

describe("a target that earlier chats know", () => {
  test("is not the first any more, and the log tells why", async () => {
    const { parts, workspace } = await usedOnce();
    const { isAsked, session } = await asksAgain(parts);
    expect(isAsked).toBe(false);
    const known = session.events().find((event) => isKind(event, "privilege.known"));
    expect(known?.attrs).toEqual({ tool: "refund", known: true, read: true });
    const report = await verifyBundle(await session.exportBundle(), {
      trusted: [workspace.vkey],
      own: [],
      receipts: [],
    });
    expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
  });

  test("is the first where it was denied, and in another flow", async () => {
    expect((await asksAgain((await usedOnce("deny")).parts)).isAsked).toBe(true);
    const other = await usedOnce();
    expect((await asksAgain(other.parts, { ...firstTarget, id: "copy" })).isAsked).toBe(true);
  });

  test("is the first again where its chat was deleted", async () => {
    const { parts } = await usedOnce();
    const shelf: RunShelf = { ...parts.shelf, ofFlow: async () => [] };
    expect((await asksAgain({ ...parts, shelf })).isAsked).toBe(true);
    const gone = await usedOnce();
    const ledger = gone.parts.store;
    const store = over(createMemoryStore(), {
      ledgerHead: () => ledger.ledgerHead(),
      ledgerLines: (from, to) => ledger.ledgerLines(from, to),
      appendLedger: (batch) => ledger.appendLedger(batch),
    });
    expect((await asksAgain({ ...gone.parts, store })).isAsked).toBe(true);
  });

  test("is the first again where what it was used with was erased", async () => {
    const { parts, session } = await usedOnce();
    const record = await parts.shelf.get(session.runId);
    if (record === undefined) throw new Error("The run is not on the shelf.");
    const { events } = await loadRun(parts.store, record.origin, record.vkey);
    const call = events.find(({ kind }) => kind === "tool.call");
    if (call === undefined) throw new Error("Nothing was called.");
    const { name, signer } = await parts.keys.workspace();
    const ledger = await openLedger({ origin: name, signer, store: parts.store, now: parts.now });
    const places = [{ seq: call.seq, field: "arguments" }];
    await eraseValues(ledger, record.origin, events, places, { reason: "asked", actorRef: "a" });
    expect((await asksAgain(parts)).isAsked).toBe(true);
  });
});

describe("a run that proves nothing", () => {
  test("is one that another workspace has made, put on this one's shelf with log and all", async () => {
    const foreign = await usedOnce();
    const parts = createMemoryParts(foreign.parts.ports, { shelf: foreign.parts.shelf });
    const [record] = await foreign.parts.shelf.list();
    const of = (origin: string): TraceStore => (origin === record?.origin ? foreign.parts.store : parts.store);
    const store = over(parts.store, {
      head: (origin) => of(origin).head(origin),
      lines: (origin, from, to) => of(origin).lines(origin, from, to),
      disclosures: (origin, from, to) => of(origin).disclosures(origin, from, to),
      checkpoints: (origin) => of(origin).checkpoints(origin),
    });
    const own = await asksAgain({ ...parts, store });
    expect(own.isAsked).toBe(true);
  });

  test("is one whose key on the shelf is not the one that the ledger names", async () => {
    const { parts, session } = await usedOnce();
    const other = await createMemoryKeys().createRunKey("gatehouse-x/run/r");
    const records = await parts.shelf.list();
    const shelf: RunShelf = {
      ...parts.shelf,
      ofFlow: async () => records.map((each) => (each.runId === session.runId ? { ...each, vkey: other.vkey } : each)),
    };
    expect((await asksAgain({ ...parts, shelf })).isAsked).toBe(true);
  });

  test("is one in a ledger that is not what its key has signed", async () => {
    const { parts } = await usedOnce();
    const forged = async (from: number, to: number) =>
      (await parts.store.ledgerLines(from, to)).map((line) => line.replace(/"index":0/u, '"index":7'));
    const { isAsked, session } = await asksAgain(parts, firstTarget, forged);
    expect(isAsked).toBe(true);
    expect(asked(session).values.rule).toContain("Earlier chats cannot be read");
  });

  test("is one whose log was changed after it was sealed", async () => {
    const { parts } = await usedOnce();
    const lines: TraceStore["lines"] = async (origin, from, to) =>
      (await parts.store.lines(origin, from, to)).map((line) => line.replace('"role":"customer"', '"role":"employee"'));
    const store = over(parts.store, { lines });
    expect((await asksAgain({ ...parts, store })).isAsked).toBe(true);
  });

  test("asks, and says so, where earlier chats cannot be read at all", async () => {
    const { parts } = await usedOnce();
    const shelf: RunShelf = { ...parts.shelf, ofFlow: () => Promise.reject(new Error("The disk is gone.")) };
    const { isAsked, session } = await asksAgain({ ...parts, shelf });
    expect(isAsked).toBe(true);
    expect(asked(session).values.rule).toContain("Earlier chats cannot be read");
  });
});

/** The store with something about it changed. */
function over(store: TraceStore, change: Partial<TraceStore>): TraceStore {
  return {
    runs: () => store.runs(),
    head: (origin) => store.head(origin),
    append: (origin, batch) => store.append(origin, batch),
    lines: (origin, from, to) => store.lines(origin, from, to),
    disclosures: (origin, from, to) => store.disclosures(origin, from, to),
    checkpoints: (origin) => store.checkpoints(origin),
    ledgerHead: () => store.ledgerHead(),
    ledgerLines: (from, to) => store.ledgerLines(from, to),
    appendLedger: (batch) => store.appendLedger(batch),
    ...change,
  };
}
