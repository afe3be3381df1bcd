import { expect, it } from "vitest";
import { mergePlans } from "./merge-plans.ts";
import type { PlannedTool, ToolPlan } from "./tool-plan.ts";

const plan = (...planned: readonly PlannedTool[]): ToolPlan => ({ planned, delegates: false });
const because = [{ start: 0, end: 4 }];
const email = (bounds: PlannedTool["bounds"], uses?: number): PlannedTool => ({
  tool: "send_email",
  because,
  bounds,
  ...(uses === undefined ? {} : { uses }),
});

it("adds up how often, and for whom, where both say so", () => {
  const merged = mergePlans(
    plan(email([{ argument: "to", oneOf: ["lead@shop.example"] }], 1)),
    plan(email([{ argument: "to", oneOf: ["ann@shop.example"] }], 2)),
  );
  expect(merged.planned).toEqual([email([{ argument: "to", oneOf: ["ann@shop.example", "lead@shop.example"] }], 3)]);
});

it("leaves open what one of them leaves open", () => {
  const bounded = email([{ argument: "to", oneOf: ["ann@shop.example"] }], 1);
  expect(mergePlans(plan(email([])), plan(bounded)).planned).toEqual([email([])]);
  expect(mergePlans(plan(bounded), plan(email([]))).planned).toEqual([email([])]);
});

it("has what only one of them foresees, and whether either hands work over", () => {
  const refund: PlannedTool = { tool: "refund", because, uses: 1, bounds: [] };
  const merged = mergePlans({ ...plan(refund), delegates: true }, plan(email([], 1)));
  expect(merged).toEqual({ planned: [email([], 1), { ...refund, because: [] }], delegates: true });
});
