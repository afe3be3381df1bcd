import { registry } from "#nodes";
import type { JsonObject, LlmRequest, RunOutput } from "#engine";
import { loadRun, type TraceStore } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { openWorkspace, replayRun, type Replayed } from "../workspace/index.ts";
import { createMemoryParts, createMemoryShelf, createMemoryStore } from "./index.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createCountingTools, shopPorts } from "./shop.fixture.ts";

const nora = { id: "nora", name: "Nora", role: "customer" };
const mara = { id: "mara", name: "Mara", role: "lead" };

function model(request: LlmRequest): ScriptedTurn {
  const last = request.messages.at(-1);
  if (last?.role === "tool") return "Done.";
  const amount = Number(/\d+/u.exec(last?.text ?? "")?.[0] ?? 0);
  return { calls: [{ tool: "refund", arguments: { orderId: "A1001", amount } }] };
}

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

async function record(): Promise<{ store: TraceStore; origin: string; vkey: string; performed: readonly unknown[] }> {
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf() };
  const tools = createCountingTools();
  const workspace = await openWorkspace(createMemoryParts(await shopPorts(model, tools), kept), registry);
  const started = await workspace.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  await drain(session.send({ text: "Please refund 40 EUR for A1001", speaker: nora }));
  await drain(session.send({ text: "Please refund 480 EUR for A1001", speaker: nora }));
  const [request] = session.waiting();
  if (request === undefined) throw new Error("Nobody was asked.");
  await session.decide(request, { by: mara, decision: "approve", comment: "" });
  await drain(session.resume());
  await session.close("done");
  const [run] = await workspace.runs();
  if (run === undefined) throw new Error("The run is not on the shelf.");
  return { store: kept.store, origin: run.origin, vkey: run.vkey, performed: tools.performed };
}

async function replayed(rules?: JsonObject): Promise<{ result: Replayed; performed: readonly unknown[] }> {
  const { store, origin, vkey } = await record();
  const stored = await loadRun(store, origin, vkey);
  const tools = createCountingTools();
  const result = await replayRun(
    { origin, ...stored },
    shopFlow(rules === undefined ? {} : { permission: rules }),
    registry,
    await shopPorts(model, tools),
  );
  return { result, performed: tools.performed };
}

test("a replay of the same flow reproduces every line and touches nothing", async () => {
  const { result, performed } = await replayed();
  if (!result.ok) throw new Error(result.sentence);
  expect(result.report.differences).toEqual([]);
  expect(result.report.reproduced).toBe(true);
  expect(result.report.same).toBeGreaterThan(40);
  expect(performed).toEqual([]);
});

test("a changed rule shows where the run would have gone another way", async () => {
  const look = { tool: "look_up_order", allow: "alone" };
  const { result, performed } = await replayed({ rules: [look, { tool: "refund", allow: "never" }] });
  if (!result.ok) throw new Error(result.sentence);
  const first = result.report.differences[0];
  expect(first).toMatchObject({ result: "different" });
  expect(result.report.reproduced).toBe(false);
  expect(performed).toEqual([]);
});

/** Two turns; a person stops the second, at its first event of that kind. */
async function stopped(kind: string): Promise<Parameters<typeof replayRun>[0]> {
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf() };
  const workspace = await openWorkspace(createMemoryParts(await shopPorts(model), kept), registry);
  const started = await workspace.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  await drain(session.send({ text: "Please refund 40 EUR for A1001", speaker: nora }));
  session.subscribe((event) => (event.kind === kind ? session.stop() : undefined));
  await drain(session.send({ text: "Please refund 30 EUR for A1001", speaker: nora }));
  const [run] = await workspace.runs();
  if (run === undefined) throw new Error("The run is not on the shelf.");
  return { origin: run.origin, ...(await loadRun(kept.store, run.origin, run.vkey)) };
}

test("a stopped run is reproduced, wherever it was stopped, and a difference before the stop shows", async () => {
  for (const kind of ["turn.start", "node.start", "llm.request", "privilege.facts", "privilege.grant", "tool.call"]) {
    const recorded = await stopped(kind);
    const ports = await shopPorts(model);
    expect(await replayRun(recorded, shopFlow(), registry, ports)).toMatchObject({ report: { differences: [] } });
    const look = { tool: "look_up_order", allow: "alone" };
    const never = shopFlow({ permission: { rules: [look, { tool: "refund", allow: "never" }] } });
    const changed = await replayRun(recorded, never, registry, ports);
    expect(changed).toMatchObject({ report: { reproduced: false } });
    const firewall = shopFlow({ firewall: { mode: "observe" } });
    const other = await replayRun(recorded, firewall, registry, ports);
    expect(other.ok && other.report.differences.some(({ result }) => result === "different")).toBe(true);
  }
});
