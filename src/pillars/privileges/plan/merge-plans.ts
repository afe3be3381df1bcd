import type { PlanBound, PlannedTool, ToolPlan } from "./tool-plan.ts";

/**
 * What two texts foresee together, each read in its own language: the flow's instructions and the person's words. What one of
 * them leaves open is open. The places are those in `words`.
 */
export function mergePlans(instructions: ToolPlan, words: ToolPlan): ToolPlan {
  const both = words.planned.map((own) => {
    const other = instructions.planned.find(({ tool }) => tool === own.tool);
    return other === undefined ? own : together(own, other);
  });
  const only = instructions.planned.filter(({ tool }) => words.planned.every((own) => own.tool !== tool));
  return {
    planned: [...both, ...only.map((each) => ({ ...each, because: [] }))],
    delegates: instructions.delegates || words.delegates,
  };
}

function together(own: PlannedTool, other: PlannedTool): PlannedTool {
  const { tool, because } = own;
  const isOpen = own.uses === undefined || other.uses === undefined;
  return {
    tool,
    because,
    ...(isOpen ? {} : { uses: (own.uses ?? 0) + (other.uses ?? 0) }),
    bounds: own.bounds.flatMap((bound) => widened(bound, other.bounds)),
  };
}

function widened({ argument, oneOf }: PlanBound, others: readonly PlanBound[]): readonly PlanBound[] {
  const other = others.find((each) => each.argument === argument);
  return other === undefined ? [] : [{ argument, oneOf: [...new Set([...oneOf, ...other.oneOf])] }];
}
