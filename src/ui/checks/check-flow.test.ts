import { applyEdits } from "#engine";
import { registry } from "#nodes";
import { templates } from "#templates";
import { expect, test } from "vitest";
import { sizeOf } from "../drawing/sizes.ts";
import { checkFlow } from "./check-flow.ts";

const support = templates.find(({ id }) => id === "support-refunds")?.flow;

test("a repair puts its guard where it lies on nothing", () => {
  if (support === undefined) throw new Error("The template is missing.");
  const flow = applyEdits(support, [{ type: "remove-node", nodeId: "firewall" }]);
  const added = checkFlow(flow)
    .find(({ code }) => code === "unguarded-model")
    ?.fix?.operations.find((each) => each.type === "add-node");
  if (added?.type !== "add-node") throw new Error("There is no repair.");
  const own = { ...added.node.position, ...sizeOf(added.node.type, registry) };
  const covered = flow.nodes.filter(({ type, position }) => {
    const { width, height } = sizeOf(type, registry);
    const isBeside = own.x >= position.x + width || own.x + own.width <= position.x;
    return !isBeside && own.y < position.y + height && own.y + own.height > position.y;
  });
  expect(covered).toEqual([]);
});
