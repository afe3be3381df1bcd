import { registry } from "#nodes";
import { isKind, type Flow } from "#engine";
import { createRemoteTools } from "#hosts/remote-tools";
import { normalise, verifyBundle, type RunBatch, type TraceStore } from "#pillars/trace";
import { expect, test } from "vitest";
import { openWorkspace, type RunSession } from "../workspace/index.ts";
import { drain, nora } from "./house.fixture.ts";
import { createMemoryKeys, createMemoryParts, createMemoryShelf, createMemoryStore } from "./index.ts";
import { json, serve } from "./local-server.fixture.ts";
import { oneCall, remoteFlow } from "./remote-flow.fixture.ts";
import { createCountingTools, shopPorts } from "./shop.fixture.ts";

/** A store that loses its power after so many writes; nothing is written after it. */
function cutAfter(store: TraceStore, writes: number): TraceStore {
  let left = writes;
  return {
    runs: () => store.runs(),
    head: (origin) => store.head(origin),
    lines: (origin, from, to) => store.lines(origin, from, to),
    disclosures: (origin, from, to) => store.disclosures(origin, from, to),
    checkpoints: (origin) => store.checkpoints(origin),
    ledgerHead: () => store.ledgerHead(),
    ledgerLines: (from, to) => store.ledgerLines(from, to),
    appendLedger: (batch) => store.appendLedger(batch),
    async append(origin: string, batch: RunBatch) {
      left -= 1;
      if (left < 0) throw new Error("The power is gone.");
      await store.append(origin, batch);
    },
  };
}

interface Life {
  readonly session: RunSession;
  readonly vkey: string;
  readonly wasCut: boolean;
}

/** One message to the end, with at most one power cut on the way. */
async function live(flow: Flow, cut: number): Promise<Life> {
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf(), keys: createMemoryKeys() };
  const tools = createRemoteTools({
    local: createCountingTools(),
    allow: (origin) => ({ origin, configuredByPerson: true }),
    secret: async () => undefined,
    fetch: (input, init) => fetch(input, init),
  });
  const ports = await shopPorts(oneCall("look_up_stock", { productId: "P1" }), tools);
  let runId: string | undefined;
  for (const writes of [cut, Number.MAX_SAFE_INTEGER]) {
    const parts = createMemoryParts(ports, { ...kept, store: cutAfter(kept.store, writes) });
    const workspace = await openWorkspace(parts, registry);
    const opened = runId === undefined ? await workspace.start(flow) : await workspace.resume(runId);
    if (!opened.ok) throw new Error(opened.sentence);
    const { session } = opened;
    runId = session.runId;
    try {
      const isBegun = session.events().some(({ kind }) => kind === "turn.start");
      await drain(isBegun ? session.resume() : session.send({ text: "How many of P1?", speaker: nora }));
      return { session, vkey: workspace.vkey, wasCut: writes !== cut };
    } catch (problem) {
      if (writes !== cut) throw problem;
    }
  }
  throw new Error("The second life broke off too.");
}

test("at whatever write the power goes, the run ends alike, each try has a token of its own, and the evidence holds", async () => {
  await using server = await serve((_, response) => json(response, { pieces: 7 }));
  const flow = remoteFlow(`${server.origin}/stock/{productId}`);
  const whole = await live(flow, Number.MAX_SAFE_INTEGER);
  const expected = normalise(whole.session.events());
  let tries = 0;
  for (let cut = 1; ; cut += 1) {
    const { session, vkey, wasCut } = await live(flow, cut);
    if (!wasCut) break;
    expect(normalise(session.events()), `after ${cut} writes`).toEqual(expected);
    const tokens = session.events().flatMap((event) => (isKind(event, "privilege.token") ? [event.attrs.jti] : []));
    expect(new Set(tokens).size).toBe(tokens.length);
    tries = Math.max(tries, tokens.length);
    const report = await verifyBundle(await session.exportBundle(), { trusted: [vkey], own: [], receipts: [] });
    expect(report.codes, report.message).toEqual([]);
  }
  expect(tries).toBe(2);
  const arrived = server.seen.map(({ headers }) => headers["gatehouse-grant"]);
  expect(new Set(arrived).size).toBe(arrived.length);
});
