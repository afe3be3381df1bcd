import { isOfSomebodyElse, isOutside } from "./bounds.ts";
import type { ForeseenCall, ToolPlan } from "./tool-plan.ts";

/** How a call goes beyond what was asked for: another tool, once more, or for somebody else. */
export interface BeyondPlan {
  readonly code: "tool" | "uses" | "bounds";
  readonly sentence: string;
}

/** Undefined for a call that the plan foresees. Nothing is refused here: what goes beyond is asked about. */
export function beyondPlan(plan: ToolPlan, call: ForeseenCall): BeyondPlan | undefined {
  const planned = plan.planned.find(({ tool }) => tool === call.tool);
  if (planned === undefined) {
    const sentence = plan.delegates
      ? "The request hands over work that is written elsewhere, and does not say this itself."
      : "Nothing in the request asks for this.";
    return { code: "tool", sentence };
  }
  if (planned.uses !== undefined && call.usesSoFar >= planned.uses)
    return { code: "uses", sentence: `The request asks for this ${times(planned.uses)}, and this is once more.` };
  const outside = planned.bounds.find(
    ({ argument, oneOf }) =>
      (Object.hasOwn(call.arguments, argument) && isOutside(call.arguments[argument] ?? null, oneOf)) ||
      (call.records?.[argument] ?? []).some((record) => isOfSomebodyElse(record, oneOf)),
  );
  if (outside === undefined) return undefined;
  return { code: "bounds", sentence: `The request asks for this for ${list(outside.oneOf)}, not for anybody else.` };
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `“${name.slice(0, 60)}”`);
  return names.length > shown.length ? `${shown.join(", ")} and others` : shown.join(" or ");
}
