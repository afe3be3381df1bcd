import type { Speaker } from "#engine";
import { decide, policyContext, type PolicyDecision } from "#pillars/privileges";
import { controlOf } from "../influence.ts";
import { rulesFor, rulesOf } from "../rules.ts";
import { specOf, type ToolCall } from "../tool-call.ts";

/**
 * What the rules say about the call as it is now, by whoever speaks or by a stranger whose record it is not; undefined when they
 * cannot be read.
 */
export async function decisionOn(
  call: ToolCall,
  approved: boolean,
  stranger?: Speaker,
): Promise<PolicyDecision | undefined> {
  const { desk, scope } = call;
  const { policySet } = await rulesFor(scope, desk);
  if (policySet === undefined) return undefined;
  const standing = await recordedStanding(call);
  const context = policyContext({
    spec: specOf(call),
    arguments: call.args,
    traced: call.traced,
    control: controlOf(call).integrity,
    speaker: stranger ?? desk.turn.speaker,
    rules: rulesOf(scope),
    ownRecord: stranger === undefined && standing.ownRecord,
    sameTarget: standing.sameTarget,
    outsideText: desk.memory.outsideText,
    grants: desk.memory.grants,
    runId: desk.journal.runId,
    stepKey: scope.key,
    now: desk.journal.now(),
    approved,
  });
  return decide(desk.raw.policy, policySet, { agentId: scope.step.node.id, tool: specOf(call).name, context });
}

/** After an edit by the approver the same checks run again under a key of their own. */
export function phase(call: ToolCall, key: string): string {
  return call.approvalId === undefined ? key : `${key}/approved`;
}

/** Asked of the system of record, never of the model; when it cannot say, the answer is no. */
async function recordedStanding(call: ToolCall): Promise<{ ownRecord: boolean; sameTarget: boolean }> {
  const { desk } = call;
  const key = phase(call, call.key);
  const before = await desk.journal.answer("privilege.facts", key);
  if (before !== undefined) return before.attrs;
  const unknown = { ownRecord: false, sameTarget: false };
  // The house's own system of record knows nothing of a remote tool, whatever that is called.
  const ask = specOf(call).remote === undefined ? desk.raw.tools.standing?.bind(desk.raw.tools) : undefined;
  const standing = (await ask?.(specOf(call).name, call.args, desk.turn.speaker).catch(() => unknown)) ?? unknown;
  const { event } = await desk.journal.record({
    kind: "privilege.facts",
    key,
    parent: call.scope.key,
    actor: { type: "system", ref: "monitor" },
    attrs: { tool: specOf(call).name, ownRecord: standing.ownRecord, sameTarget: standing.sameTarget },
    values: {},
  });
  return event.attrs;
}
