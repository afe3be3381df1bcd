import { applyEdits, type LlmRequest } from "#engine";
import { expect, test } from "vitest";
import { ofKind } from "./judge.fixture.ts";
import { drain, nora, openHouse } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

const shelf = applyEdits(
  {
    ...shopFlow({ firewall: { guards: { grounding: { action: "redact" } } } }),
    documents: [{ id: "d", title: "Refunds", text: "Refunds take five days. Lamps are kept for 30 days." }],
  },
  [
    {
      type: "add-node",
      node: { id: "shelf", type: "knowledge", version: 1, position: { x: 0, y: 0 }, config: { documents: ["d"] } },
    },
    {
      type: "add-edge",
      edge: {
        id: "shelf-agent",
        kind: "attach",
        from: { node: "shelf", port: "guard" },
        to: { node: "agent", port: "knowledge" },
      },
    },
  ],
);

function lookUpFirst(answer: string) {
  return (request: LlmRequest) =>
    request.messages.at(-1)?.role === "tool"
      ? answer
      : { calls: [{ tool: "look_up_order", arguments: { orderId: "A1001" } }] };
}

test("an answer rests on the passages and results that its step has read", async () => {
  const said = "Refunds take 5 days. They are free above 700 EUR. Order A1001 is the one you asked about.";
  const { session } = await openHouse(lookUpFirst(said), { flow: shelf });
  await drain(session.send({ text: "How long do refunds take for A1001?", speaker: nora }));
  const reply = ofKind(session.events(), "message").findLast(({ attrs }) => attrs.role !== "user");
  expect(reply?.values.content).toBe(
    "Refunds take 5 days. [removed: not in the sources] Order A1001 is the one you asked about.",
  );
});
