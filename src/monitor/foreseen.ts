import { atLeast, type JsonValue, type StepScope, type ToolSpec } from "#engine";
import { guardedRoles, isConsequential, leaves, roleOf } from "#pillars/autonomy";
import { beyondPlan, mergePlans, planTools, usesSoFar, type ToolPlan } from "#pillars/privileges";
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
  const plan = planFor(scope, desk);
  const records = recordsBehind(call);
  const beyond = beyondPlan(plan, { tool: spec.name, arguments: call.args, usesSoFar: chat, records });
  return beyond?.code === "tool" && plan.delegates && isInOwnWords(call, spec) ? undefined : beyond?.sentence;
}

/** What stands beside each address that a call took out of a record, by argument: it says whose address that is. */
function recordsBehind({ args, traced, desk }: ToolCall): Readonly<Record<string, readonly (readonly string[])[]>> {
  const found: Record<string, (readonly string[])[]> = {};
  for (const { path, value } of leaves(args)) {
    const origin = traced[path]?.origin;
    if (typeof value !== "string" || !value.includes("@") || origin?.kind !== "record" || origin.path === undefined)
      continue;
    const source = desk.memory.seen.find(({ key }) => key === origin.key);
    const record = source?.kind === "result" ? recordAt(source.value, origin.path) : undefined;
    const [argument = path] = path.split(".", 1);
    if (record !== undefined) (found[argument] ??= []).push(record);
  }
  return found;
}

/** The texts of the record that holds a field; undefined where there is none around it. */
function recordAt(value: JsonValue, path: string): readonly string[] | undefined {
  const holder = leaves(value).find((leaf) => leaf.path === path)?.holder;
  if (holder === undefined) return undefined;
  return leaves(holder.value).flatMap((leaf) => (typeof leaf.value === "string" ? [leaf.value.slice(0, 254)] : []));
}

/**
 * Work that the person handed over ("do what Ann's mail asks for") may write and send where the person's own words say who and
 * which; anything that moves money, destroys or empowers is asked about.
 */
function isInOwnWords({ args, traced }: ToolCall, { effect, roles }: ToolSpec): boolean {
  if (effect !== "write" && effect !== "send" && effect !== "read") return false;
  const guarded = leaves(args).filter(({ path }) => guardedRoles(effect).includes(roleOf(roles, path)));
  return (
    guarded.some(({ path }) => path !== "") &&
    guarded.every(({ path }) => atLeast(traced[path]?.label.integrity ?? "untrusted", "user"))
  );
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
  const plan = mergePlans(
    planTools({ text: typeof instructions === "string" ? instructions : "", tools }),
    planTools({ text: words.join("\n\n"), tools }),
  );
  desk.memory.foreseen.set(id, plan);
  return plan;
}
