import { denialOf, isKnownTarget, type ApprovalConfig, type GateKnowledge } from "#pillars/autonomy";
import { knownTargets } from "./gate-knowledge.ts";
import { specOf, type ToolCall } from "./tool-call.ts";

/**
 * What earlier chats of the flow know of a call's target, asked once and only by a gate for the first time that this chat does not
 * answer itself. What they said is in the log, so that a resume and a replay hear the same.
 */
export async function earlierTargets(
  call: ToolCall,
  gate: ApprovalConfig | undefined,
): Promise<GateKnowledge["earlier"]> {
  if (gate?.when.kind !== "first-target") return "no";
  const { journal, raw } = call.desk;
  const { name, roles } = specOf(call);
  const target = denialOf(name, call.args, roles);
  if (isKnownTarget(knownTargets(journal.reached(), specOf(call), call.requestedAt), target)) return "no";
  const before = await journal.answer("privilege.known", call.key);
  const { known, read } = before?.attrs ?? (await look());
  if (known) return "yes";
  return read ? "no" : "unread";

  async function look() {
    const isIt = (args: ToolCall["args"]): boolean => isKnownTarget([denialOf(name, args, roles)], target);
    // Without anybody who keeps runs there are no earlier ones.
    const found = await (raw.usedBefore?.(name, isIt) ?? Promise.resolve(false)).catch(() => undefined);
    const { event } = await journal.record({
      kind: "privilege.known",
      key: call.key,
      parent: call.scope.key,
      actor: { type: "system", ref: "monitor" },
      attrs: { tool: name, known: found === true, read: found !== undefined },
      values: {},
    });
    return event.attrs;
  }
}
