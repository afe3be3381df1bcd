import { ruleToSentence, sentenceText, type GrantConstraint } from "#pillars/privileges";
import { ruleCalled } from "../rules.ts";
import { specOf, type ToolCall } from "../tool-call.ts";

/** The one permission that the calls of a step share, as the rule that allows them says. */
export interface Lease {
  readonly grantId: string;
  readonly uses: number;
  readonly ttlMs: number;
  readonly reason: string;
  readonly constraints: readonly Extract<GrantConstraint, { kind: "oneOf" }>[];
  readonly sentence: string;
}

/** Undefined unless every rule that decided gives one; the first of them then does. */
export function leaseFor(call: ToolCall): Lease | undefined {
  const ids = call.decision?.rules ?? [];
  const decided = ids.map((id) => ruleCalled(call.scope, id));
  const [first] = decided;
  const [reason] = ids;
  if (reason === undefined || first === undefined || decided.some((each) => each?.rule.lease === undefined))
    return undefined;
  const { rule, agent } = first;
  return {
    grantId: `${call.scope.key}/lease.${rule.tool}.${reason.replaceAll("/", ".")}`,
    uses: rule.lease?.calls ?? 1,
    ttlMs: rule.ttlSeconds * 1000,
    reason,
    constraints: rule.only === undefined ? [] : [{ ...rule.only, kind: "oneOf" }],
    sentence: sentenceText(ruleToSentence(rule, specOf(call), agent)),
  };
}
