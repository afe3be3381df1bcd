import type { StepScope, ToolSpec } from "#engine";
import { isConsequential } from "#pillars/autonomy";
import { beyondPlan, planTools, usesSoFar, type ToolPlan } from "#pillars/privileges";
import { toolsOf, type Desk } from "./desk.ts";
import { asksBeyond } from "./rules.ts";
import type { ToolCall } from "./tool-call.ts";

/**
 * Why a call goes beyond what was asked for; undefined when the words of the person or of the flow foresee it, or when the
 * permission leaves that to its rules. What tools have answered is no part of it.
 */
export function beyondForeseen(call: ToolCall, spec: ToolSpec): string | undefined {
  const { scope, desk } = call;
  if (!isConsequential(spec)) return undefined;
  if (!asksBeyond(scope) || !scope.step.definition.needs.includes("llm")) return undefined;
  const { chat } = usesSoFar(desk.memory.grants, {
    tool: spec.name,
    runId: desk.journal.runId,
    stepKey: scope.key,
    now: desk.journal.now(),
  });
  return beyondPlan(planFor(scope, desk), { tool: spec.name, arguments: call.args, usesSoFar: chat })?.sentence;
}

/** What this chat's words foresee for a step, worked out once a turn. */
function planFor(scope: StepScope, desk: Desk): ToolPlan {
  const id = scope.step.node.id;
  const before = desk.memory.foreseen.get(id);
  if (before !== undefined) return before;
  const words = desk.memory.seen.flatMap((source) =>
    source.kind === "text" && source.integrity === "user" ? [source.text] : [],
  );
  const { instructions } = scope.step.config;
  const tools = [...toolsOf(scope).values()].map(({ spec }) => spec);
  const plan = planTools({
    text: [...(typeof instructions === "string" ? [instructions] : []), ...words].join("\n\n"),
    tools,
  });
  desk.memory.foreseen.set(id, plan);
  return plan;
}
