import { registry } from "#nodes";
import type { LlmRequest, RunOutput } from "#engine";
import { verifyBundle } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { openWorkspace } from "../workspace/index.ts";
import { createMemoryParts } from "./index.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createCountingTools, shopPorts } from "./shop.fixture.ts";

const nora = { id: "nora", name: "Nora", role: "customer" };
const mara = { id: "mara", name: "Mara", role: "lead" };

function model(request: LlmRequest): ScriptedTurn {
  const answered = request.messages.filter((message) => message.role === "tool").length;
  if (answered === 0) return { calls: [{ tool: "look_up_order", arguments: { orderId: "A1007" } }] };
  if (answered === 1) return { calls: [{ tool: "refund", arguments: { orderId: "A1007", amount: 480 } }] };
  return "Done.";
}

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

test("the evidence of a run verifies while it waits, while the chat is open, and when it is closed", async () => {
  const workspace = await openWorkspace(createMemoryParts(await shopPorts(model, createCountingTools())), registry);
  const started = await workspace.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  const judge = async (trusted: readonly string[]) =>
    verifyBundle(await session.exportBundle(), { trusted: [...trusted], own: [], receipts: [] });
  await drain(session.send({ text: "Refund 480 EUR for order A1007", speaker: nora }));
  expect(await judge([workspace.vkey])).toMatchObject({ verdict: "VERIFIED", state: "waiting" });
  const [request] = session.waiting();
  if (request === undefined) throw new Error("Nobody was asked.");
  await session.decide(request, { by: mara, decision: "approve", comment: "" });
  await drain(session.resume());
  expect(await judge([workspace.vkey])).toMatchObject({ verdict: "VERIFIED", state: "waiting" });
  await session.close("done");
  expect(await judge([workspace.vkey])).toMatchObject({ verdict: "VERIFIED", state: "closed" });
  expect(await judge([])).toMatchObject({ verdict: "SELF-CONSISTENT" });
});
