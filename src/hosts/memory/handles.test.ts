import { isKind, type JsonObject, type LlmRequest } from "#engine";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { drain, nora, openHouse, statusOf } from "./house.fixture.ts";

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
