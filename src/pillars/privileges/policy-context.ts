import type { ArgumentRole, Integrity, JsonObject, Speaker, ToolSpec } from "#engine";
import { hundredths, leaves, roleOf, type TracedArguments } from "#pillars/autonomy";
import type { PolicyContext } from "./cedar-schema.ts";
import { type GrantTable, usesSoFar } from "./grants.ts";
import type { Rule } from "./rule.ts";
import { trustOf } from "./trust.ts";

/** What the monitor knows about a call before it decides. */
export interface CallFacts {
  readonly spec: ToolSpec;
  readonly arguments: JsonObject;
  readonly traced: TracedArguments;
  /** What decided that the call is asked for at all. */
  readonly control: Integrity;
  readonly speaker: Speaker;
  /** The rules that may govern the tool; they say which argument is the amount. */
  readonly rules: readonly Rule[];
  /** The record that the call is about belongs to the person who speaks; false when that is not known. */
  readonly ownRecord: boolean;
  /** The call goes back to where it came from; false when that is not known. */
  readonly sameTarget: boolean;
  /** Text that anybody may have written was in the conversation. */
  readonly outsideText: boolean;
  readonly grants: GrantTable;
  readonly runId: string;
  readonly stepKey: string;
  readonly now: number;
  /** A person has approved exactly this call. */
  readonly approved: boolean;
}

/** Puts the facts into what policies can ask about. */
export function policyContext(facts: CallFacts): PolicyContext {
  const { spec, speaker, approved, ownRecord, sameTarget, outsideText } = facts;
  const used = usesSoFar(facts.grants, { tool: spec.name, runId: facts.runId, stepKey: facts.stepKey, now: facts.now });
  return {
    approved,
    role: speaker.role,
    effect: spec.effect,
    ...amountOf(facts),
    ...choiceOf(facts),
    targetTrust: lowestTrust(facts, "target"),
    idTrust: lowestTrust(facts, "id"),
    valueTrust: lowestTrust(facts, "value"),
    ownRecord,
    sameTarget,
    outsideText,
    branchTrust: trustOf(facts.control),
    usedInTurn: used.turn,
    usedInChat: used.chat,
  };
}

/**
 * The amount, where the rules agree which argument holds it. The currency is that of the call's `currency` argument; the
 * rule's own where the tool has none. Left out when any of this is unclear, so that no rule with an amount applies.
 */
function amountOf({ rules, spec, arguments: args }: CallFacts): { amount: number; currency: string } | undefined {
  const limits = rules.flatMap((rule) => (rule.tool === spec.name && rule.amount !== undefined ? [rule.amount] : []));
  const [first] = limits;
  if (first === undefined || limits.some(({ argument }) => argument !== first.argument)) return undefined;
  const value = own(args, first.argument);
  const amount = value === undefined ? undefined : hundredths(value);
  const named = Object.hasOwn(spec.roles, "currency") || Object.hasOwn(args, "currency");
  const currency = named ? own(args, "currency") : first.currency;
  if (amount === undefined || typeof currency !== "string") return undefined;
  if (!named && limits.some((limit) => limit.currency !== first.currency)) return undefined;
  return { amount, currency: currency.toUpperCase() };
}

/** The text in the argument whose values rules list, where those rules agree which that is; no other rule of the kind applies. */
function choiceOf({ rules, spec, arguments: args }: CallFacts): { choice: string } | undefined {
  const lists = rules.flatMap((rule) => (rule.tool === spec.name && rule.only !== undefined ? [rule.only] : []));
  const [first] = lists;
  if (first === undefined || lists.some(({ argument }) => argument !== first.argument)) return undefined;
  const choice = own(args, first.argument);
  return typeof choice === "string" ? { choice } : undefined;
}

function own(args: JsonObject, name: string): JsonObject[string] | undefined {
  return Object.hasOwn(args, name) ? args[name] : undefined;
}

/** The trust of the least trusted argument of a role; full where there is none, none where one was not traced. */
function lowestTrust({ arguments: args, spec, traced }: CallFacts, role: ArgumentRole): number {
  const trusts = leaves(args)
    .filter(({ path }) => path !== "" && roleOf(spec.roles, path) === role)
    .map(({ path }) => (Object.hasOwn(traced, path) ? trustOf(traced[path]?.label.integrity ?? "untrusted") : 0));
  return Math.min(trustOf("author"), ...trusts);
}
