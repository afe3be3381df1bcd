import { registry } from "#nodes";
import type { LlmRequest, RunOutput } from "#engine";
import { readBundle, verifyBundle, withholdingKinds, withoutKinds } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { openWorkspace, type RunSession, type Workspace } from "../workspace/index.ts";
import { createMemoryKeys, createMemoryParts } from "./index.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createCountingTools, shopPorts } from "./shop.fixture.ts";

const nora = { id: "nora", name: "Nora", role: "customer" };
const paul = { id: "paul", name: "Paul", role: "customer" };
const why = { reason: "asked for it", actorRef: "dpo" };
const secret = "my knee operation on 3 May";

function model({ messages }: LlmRequest): ScriptedTurn {
  const said = messages.flatMap((message) => (message.role === "user" ? [message.text] : [])).at(-1) ?? "";
  if (messages.at(-1)?.role === "tool") return `You wrote: ${said}`;
  return { calls: [{ tool: "look_up_order", arguments: { orderId: "A1007" } }] };
}

async function chat(): Promise<{ workspace: Workspace; session: RunSession }> {
  const workspace = await openWorkspace(createMemoryParts(await shopPorts(model, createCountingTools())), registry);
  const started = await workspace.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  await drain(session.send({ text: `Order A1007 is late, I need it for ${secret}`, speaker: nora }));
  await drain(session.send({ text: "Where is order A1007?", speaker: paul }));
  return { workspace, session };
}

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

/** Every text of a bundle's record, as one. */
function textOf(bundle: Uint8Array): string {
  return JSON.stringify(readBundle(bundle).events);
}

async function judged(workspace: Workspace, bundle: Uint8Array) {
  return verifyBundle(bundle, { trusted: [workspace.vkey], own: [], receipts: [] });
}

test("what a person said goes from everywhere, and the run still verifies", async () => {
  const { workspace, session } = await chat();
  await session.close("done");
  const before = await workspace.exportBundle(session.runId);
  expect(textOf(before)).toContain(secret);
  const [found, ...more] = await workspace.findErasures({ kind: "person", id: "nora" });
  if (found === undefined) throw new Error("Nothing was found.");
  expect(more).toEqual([]);
  expect(found).toMatchObject({ isOpen: false, copiesOut: [expect.any(Number)] });
  expect(await workspace.erase(found, why)).toEqual({ ok: true, values: found.values.length });
  const after = await workspace.exportBundle(session.runId);
  expect(textOf(after)).not.toContain(secret);
  expect(textOf(after)).not.toContain("Nora");
  expect(textOf(after)).toContain("Where is order A1007?");
  expect(await judged(workspace, after)).toMatchObject({ verdict: "VERIFIED", erased: found.values.length, codes: [] });
  expect(readBundle(after).lines).toEqual(readBundle(before).lines);
  expect(await workspace.findErasures({ kind: "person", id: "nora" })).toEqual([]);
  // What is gone already goes no second time.
  expect(await workspace.erase(found, why)).toEqual({ ok: true, values: 0 });
});

test("an open run keeps its values, which it needs to go on", async () => {
  const { workspace, session } = await chat();
  const [found] = await workspace.findErasures({ kind: "text", text: "knee operation" });
  if (found === undefined) throw new Error("Nothing was found.");
  expect(found.isOpen).toBe(true);
  expect(await workspace.erase(found, why)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("still open"),
  });
  expect(textOf(await session.exportBundle())).toContain(secret);
});

test("a copy without anything personal verifies and holds nothing that anybody said", async () => {
  const { workspace, session } = await chat();
  await session.close("done");
  const copy = await workspace.exportBundle(session.runId, { withhold: withoutKinds(withholdingKinds) });
  for (const text of [secret, "Nora", "Paul", "A1007"]) expect(textOf(copy)).not.toContain(text);
  const report = await judged(workspace, copy);
  expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
  expect(report.withheld).toBeGreaterThan(20);
});

test("a receipt anchors what comes after it, and a history without it is found out", async () => {
  const { workspace, session } = await chat();
  const [ledger, run] = [await workspace.receipt(), await workspace.receipt(session.runId)];
  if (ledger === undefined || run === undefined) throw new Error("There is no receipt.");
  await session.close("done");
  const bundle = await workspace.exportBundle(session.runId);
  for (const receipt of [ledger, run])
    expect(await verifyBundle(bundle, { trusted: [workspace.vkey], own: [], receipts: [receipt] })).toMatchObject({
      verdict: "VERIFIED+ANCHORED",
    });
  const later = await workspace.receipt();
  const old = { trusted: [workspace.vkey], own: [], receipts: [later ?? ""] };
  expect(await verifyBundle(bundle, old)).toMatchObject({ verdict: "FAILED", codes: ["E36"] });
  expect(await workspace.receipt("nobody")).toBeUndefined();
});

test("the ledger names each copy that leaves, and none that is only looked at", async () => {
  const { workspace, session } = await chat();
  await session.exportBundle({ leaves: false });
  await session.close("done");
  const sought = { kind: "text", text: "knee operation" } as const;
  expect(await workspace.findErasures(sought)).toMatchObject([{ copiesOut: [] }]);
  await workspace.exportBundle(session.runId);
  await workspace.exportBundle(session.runId);
  expect(await workspace.findErasures(sought)).toMatchObject([{ copiesOut: [expect.any(Number), expect.any(Number)] }]);
});

test("a run whose key is gone cannot go on, and is not told to be closed", async () => {
  const ports = await shopPorts(model, createCountingTools());
  const keys = createMemoryKeys();
  const lost = createMemoryParts(ports, { keys: { ...keys, runKey: async () => undefined } });
  const workspace = await openWorkspace(lost, registry);
  const started = await workspace.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  expect(await workspace.resume(started.session.runId)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("key of this run is gone"),
  });
  await drain(started.session.send({ text: "Where is order A1007?", speaker: nora }));
  await started.session.close("done");
  expect(await workspace.resume(started.session.runId)).toMatchObject({ sentence: expect.stringContaining("closed") });
});
