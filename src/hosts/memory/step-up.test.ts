import { applyEdits, isKind, type JsonObject, type LlmRequest } from "#engine";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { asked, drain, mara, nora, openHouse, statusOf } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

const refund = (amount: number): { tool: string; arguments: JsonObject } => ({
  tool: "refund",
  arguments: { orderId: "A1001", amount },
});

/** The model refunds, whatever it was asked for. */
const refunding = ({ messages }: LlmRequest): ScriptedTurn =>
  messages.at(-1)?.role === "tool" ? "Done." : { calls: [refund(40)] };

const question = { text: "Where is my order A1001? It cost 40 EUR.", speaker: nora };

test("a call that nobody asked for waits for a person, although the rules allow it alone", async () => {
  const { session, tools } = await openHouse(refunding);
  await drain(session.send(question));
  expect(tools.performed).toEqual([]);
  const request = asked(session);
  expect(request.attrs.why).toBe("step-up");
  expect(request.values.checks).toEqual([{ why: "step-up", sentence: "Nothing in the request asks for this." }]);
  await session.decide(request, { by: mara, decision: "approve", comment: "" });
  await drain(session.resume());
  expect(statusOf(session)).toBe("done");
  expect(tools.performed.map(({ tool }) => tool)).toEqual(["refund"]);
});

test("the same call is made at once when it was asked for", async () => {
  const { session, tools } = await openHouse(refunding);
  await drain(session.send({ text: "Please refund 40 EUR for order A1001", speaker: nora }));
  expect(session.events().filter((event) => isKind(event, "approval.request"))).toEqual([]);
  expect(tools.performed.map(({ tool }) => tool)).toEqual(["refund"]);
});

test("it may be asked for in another language than the flow's instructions", async () => {
  const { session, tools } = await openHouse(refunding);
  await drain(session.send({ text: "Bitte erstatten Sie mir 40 EUR für die Bestellung A1001", speaker: nora }));
  expect(tools.performed.map(({ tool }) => tool)).toEqual(["refund"]);
});

test("a permission may leave it to its rules", async () => {
  const flow = shopFlow();
  const permission = flow.nodes.find(({ type }) => type === "permission");
  if (permission === undefined) throw new Error("The shop has no permission.");
  const config = { ...permission.config, beyond: "allow" };
  const open = applyEdits(flow, [{ type: "set-config", nodeId: permission.id, config }]);
  const { session, tools } = await openHouse(refunding, { flow: open });
  await drain(session.send(question));
  expect(tools.performed.map(({ tool }) => tool)).toEqual(["refund"]);
});
