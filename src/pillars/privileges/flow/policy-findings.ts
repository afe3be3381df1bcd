import type { Finding, Flow, NodeRegistry } from "#engine";
import { formatAmount } from "#pillars/autonomy";
import type { Rule } from "../rule.ts";
import { inSentence, person } from "../words.ts";
import {
  type BindingPermission,
  type GovernedStep,
  governedSteps,
  type GovernedTool,
  readAlike,
} from "./governed-steps.ts";
import { idleRules } from "./idle-rules.ts";
import { withoutRule, withRules } from "./rule-fixes.ts";

/** A rule with its place, as findings name it. */
interface PlacedRule {
  readonly rule: Rule;
  readonly permission: BindingPermission;
  readonly at: number;
}

/**
 * Rules of a step that contradict each other, can never apply, or speak of people or tools whom the flow does not have there. Warnings: what is
 * enforced is always the stricter reading. A fix never lets more through.
 */
export function policyFindings(flow: Flow, registry: NodeRegistry): readonly Finding[] {
  const roles = new Set(flow.speakers.map(({ role }) => role));
  const found = governedSteps(flow, registry).flatMap((step) =>
    step.tools.flatMap((tool) => [
      ...conflicts(placedRules(step, tool), tool),
      ...placedRules(step, tool).flatMap((placed) =>
        unknownRoles(placed, tool, roles).map((each) => (agree(placedRules(step, tool)) ? each : unrepaired(each))),
      ),
    ]),
  );
  return [
    ...new Map(
      [...found, ...idleRules(flow, registry)].map((each) => [JSON.stringify([each.at, each.message]), each]),
    ).values(),
  ];
}

function placedRules(step: GovernedStep, { spec }: GovernedTool): readonly PlacedRule[] {
  return step.permissions.flatMap((permission) =>
    permission.config.rules.flatMap((rule, at) => (rule.tool === spec.name ? [{ rule, permission, at }] : [])),
  );
}

function conflicts(placed: readonly PlacedRule[], tool: GovernedTool): readonly Finding[] {
  return placed.flatMap((one) => {
    const others = placed.filter((other) => other !== one);
    const first = <T>(find: (other: PlacedRule) => T | undefined): T | undefined => {
      for (const other of others) {
        const answer = find(other);
        if (answer !== undefined) return answer;
      }
      return undefined;
    };
    const finding =
      first((other) => forbidden(one, other, tool)) ??
      first((other) => repeated(one, other, tool)) ??
      first((other) => bounded(one, other, tool)) ??
      first((other) => unlike(one, other, tool));
    if (finding === undefined) return [];
    const { fix, ...rest } = finding;
    return [fix === undefined || !agree(placed) ? rest : finding];
  });
}

function agree(placed: readonly PlacedRule[]): boolean {
  return readAlike(placed.map(({ rule }) => rule));
}

/** One rule says never to everybody whom the other speaks of. */
function forbidden(one: PlacedRule, other: PlacedRule, tool: GovernedTool): Finding | undefined {
  const isForbidden = one.rule.allow !== "never" && other.rule.allow === "never" && other.rule.only === undefined;
  if (!isForbidden || !covers(other.rule.roles, one.rule.roles)) return undefined;
  const may = one.rule.allow === "alone" ? "alone" : `after ${person(one.rule.approver)} approves`;
  return {
    ...warning("rule-conflict", one, tool),
    message: `Rule ${one.at + 1} allows it ${may}, ${named(other, one)} says never. Never wins, so rule ${one.at + 1} does nothing.`,
    fix: withoutRule(one),
  };
}

/** The same rule stands there twice; the first of them stays. */
function repeated(one: PlacedRule, other: PlacedRule, tool: GovernedTool): Finding | undefined {
  const isSame = JSON.stringify(one.rule) === JSON.stringify(other.rule);
  const isLater = one.permission.nodeId === other.permission.nodeId && one.at > other.at;
  if (!isSame || !isLater) return undefined;
  return {
    ...warning("rule-unused", one, tool),
    message: `Rule ${one.at + 1} says again what ${named(other, one)} says.`,
    fix: withoutRule(one),
  };
}

/** What may run alone by one rule lies above what another one never allows. */
function bounded(one: PlacedRule, other: PlacedRule, tool: GovernedTool): Finding | undefined {
  const { amount } = one.rule;
  const ceiling = other.rule.amount;
  if (one.rule.allow === "never" || other.rule.allow === "never" || !covers(other.rule.roles, one.rule.roles))
    return undefined;
  if (amount === undefined || ceiling?.neverAbove === undefined || amount.currency !== ceiling.currency)
    return undefined;
  if (amount.aloneUpTo <= ceiling.neverAbove || one.rule.allow !== "alone") return undefined;
  const most = formatAmount(ceiling.neverAbove, ceiling.currency);
  const rule = { ...one.rule, amount: { ...amount, aloneUpTo: ceiling.neverAbove } };
  return {
    ...warning("rule-conflict", one, tool),
    message: `Rule ${one.at + 1} allows up to ${formatAmount(amount.aloneUpTo, amount.currency)} alone, ${named(other, one)} forbids more than ${most}. The lower one holds.`,
    fix: withRules(one.permission, `Lower it to ${most}`, one.permission.config.rules.with(one.at, rule)),
  };
}

/** Two rules that disagree which argument is the amount: then neither applies, because no amount can be read. */
function unlike(one: PlacedRule, other: PlacedRule, tool: GovernedTool): Finding | undefined {
  const [mine, theirs] = [one.rule.amount?.argument, other.rule.amount?.argument];
  if (mine === undefined || theirs === undefined || mine === theirs) return undefined;
  return {
    ...warning("rule-conflict", one, tool),
    message: `Rule ${one.at + 1} takes ${mine} for the amount, ${named(other, one)} takes ${theirs}. No rule with an amount applies until they agree.`,
  };
}

function unknownRoles(placed: PlacedRule, tool: GovernedTool, known: ReadonlySet<string>): readonly Finding[] {
  const { rule, at } = placed;
  const unknown = rule.roles.filter((role) => !known.has(role));
  if (unknown.length === 0) return [];
  const isDead = unknown.length === rule.roles.length;
  const who = unknown.map(person).join(" and ");
  return [
    {
      ...warning("rule-unused", placed, tool),
      message: `Rule ${at + 1} speaks of ${who}, and nobody in this flow is one. ${isDead ? "The rule does nothing." : "That part of it does nothing."}`,
      // A role that nobody has may be a slip of the pen, but to say which was meant could let more through.
      fix: isDead
        ? withoutRule(placed)
        : withRules(
            placed.permission,
            `Leave ${who} out`,
            placed.permission.config.rules.with(at, { ...rule, roles: rule.roles.filter((role) => known.has(role)) }),
          ),
    },
  ];
}

function unrepaired({ fix: _, ...finding }: Finding): Finding {
  return finding;
}

/** No role in a rule means every one. */
function covers(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every((role) => wide.includes(role)));
}

function warning(code: "rule-conflict" | "rule-unused", { permission }: PlacedRule, { spec }: GovernedTool) {
  const subject = inSentence(spec.title);
  const title =
    code === "rule-conflict"
      ? `The rules about ${subject} contradict each other`
      : `A rule about ${subject} is not used`;
  return { code, severity: "warning", at: { node: permission.nodeId }, title } as const;
}

function named({ at, permission }: PlacedRule, from: PlacedRule): string {
  const where = permission.nodeId === from.permission.nodeId ? "" : ` of ${permission.title}`;
  return `rule ${at + 1}${where}`;
}
