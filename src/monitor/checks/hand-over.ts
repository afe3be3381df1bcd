import { agentActor, nodeOf } from "../desk.ts";
import { rulesOf } from "../rules.ts";
import { specOf, type ToolCall } from "../tool-call.ts";
import { decisionOn } from "./decision-on.ts";

/**
 * What nobody of the speaker's role may have read, and somebody of another role may, is handed to that role, once a step. Gives the
 * sentence for the model, undefined where there is nobody to hand it to. A role that may read records of its own is not helped
 * past that: whose record it is was the reason then.
 */
export async function handOver(call: ToolCall): Promise<string | undefined> {
  const { desk, scope } = call;
  const { effect, name, title } = specOf(call);
  const role = effect === "read" ? await whoeverCould(call) : undefined;
  if (role === undefined) return undefined;
  const sentence = `“${title}” is only for ${role}. The request is handed to them.`;
  await desk.journal.record({
    kind: "handoff",
    key: `${scope.key}/hand-off/${name}`,
    parent: scope.key,
    node: nodeOf(scope),
    actor: agentActor(scope),
    attrs: { to: role },
    values: { sentence },
  });
  return sentence;
}

async function whoeverCould(call: ToolCall): Promise<string | undefined> {
  const { speaker } = call.desk.turn;
  const { name } = specOf(call);
  const rules = rulesOf(call.scope).filter(({ tool, allow }) => tool === name && allow !== "never");
  if (rules.some(({ roles }) => roles.length === 0 || roles.includes(speaker.role))) return undefined;
  for (const role of new Set(rules.flatMap(({ roles }) => roles))) {
    const decision = await decisionOn(call, true, { ...speaker, role });
    if (decision !== undefined && decision.decision !== "deny") return role;
  }
  return undefined;
}
