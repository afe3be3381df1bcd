/** What a request foresees: which tools, how often, for whom. */
export { beyondPlan } from "./beyond-plan.ts";
export { mergePlans } from "./merge-plans.ts";
export { planTools } from "./plan-tools.ts";
export type { ToolPlan } from "./tool-plan.ts";
