import { applyEdits, isKind, type JsonObject, type LlmRequest } from "#engine";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { drain, nora, openHouse, statusOf } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

type Call = { tool: string; arguments: JsonObject };

function calling(...calls: readonly Call[]) {
  return (request: LlmRequest): ScriptedTurn => {
    const next = calls[request.messages.filter((message) => message.role === "tool").length];
    return next === undefined ? "Done." : { calls: [next] };
  };
}

const lookUp: Call = { tool: "look_up_order", arguments: { orderId: "A1001" } };
const words = { text: "Please refund 40 EUR for order A1001", speaker: nora };

test("a handle reaches the tool as the value it points at, and the trace says where that stood", async () => {
  const { session, tools } = await openHouse(
    calling(lookUp, { tool: "refund", arguments: { orderId: { $ref: "look_up_order#orderId" }, amount: 40 } }),
  );
  await drain(session.send(words));
  expect(statusOf(session)).toBe("done");
  expect(tools.performed.at(-1)).toMatchObject({ tool: "refund", args: { orderId: "A1001", amount: 40 } });
  const call = session
    .events()
    .filter((event) => isKind(event, "tool.call"))
    .at(-1);
  expect(call?.values).toMatchObject({
    arguments: { orderId: "A1001" },
    origins: { orderId: { kind: "record", title: "order A1001", integrity: "resolved" } },
  });
});

test("a handle that points at nothing is refused, and nothing is called", async () => {
  const { session, tools } = await openHouse(
    calling({ tool: "refund", arguments: { orderId: { $ref: "look_up_order#orderId" }, amount: 40 } }),
  );
  await drain(session.send(words));
  expect(tools.performed).toEqual([]);
  const denied = session.events().filter(({ kind }) => kind === "privilege.deny");
  expect(denied.map(({ attrs }) => attrs)).toMatchObject([{ code: "bad-handle" }]);
});

test("a handle reaches only what this very step was answered", async () => {
  const flow = shopFlow();
  const second = (id: string, type: string, config: JsonObject = {}) => ({
    type: "add-node" as const,
    node: { id, type, version: 1, position: { x: 0, y: 0 }, config },
  });
  const edge = (from: string, output: string, to: string, input: string, kind: "data" | "attach") => ({
    type: "add-edge" as const,
    edge: { id: `${from}-${to}`, kind, from: { node: from, port: output }, to: { node: to, port: input } },
  });
  const twoAgents = applyEdits(flow, [
    { type: "remove-edge", edgeId: "e2" },
    second("writer", "agent", { model: "scripted", instructions: "Refund." }),
    second("money", "refund"),
    second("wall", "firewall"),
    second("rules", "permission", { rules: [{ tool: "refund", allow: "alone" }], beyond: "allow" }),
    second("bounds", "limits"),
    edge("agent", "reply", "writer", "message", "data"),
    edge("writer", "reply", "out", "text", "data"),
    edge("money", "guard", "writer", "tool", "attach"),
    edge("wall", "guard", "writer", "firewall", "attach"),
    edge("rules", "guard", "writer", "permission", "attach"),
    edge("bounds", "guard", "writer", "limits", "attach"),
  ]);
  const pointing: Call = {
    tool: "refund",
    arguments: { orderId: { $ref: "look_up_order#orderId" }, amount: 40 },
  };
  const { session, tools } = await openHouse(
    (request) => (request.instructions.startsWith("Refund.") ? calling(pointing)(request) : calling(lookUp)(request)),
    { flow: twoAgents },
  );
  await drain(session.send(words));
  expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order"]);
  const denied = session.events().filter(({ kind }) => kind === "privilege.deny");
  expect(denied.map(({ attrs }) => attrs)).toMatchObject([{ tool: "refund", code: "bad-handle" }]);
});
