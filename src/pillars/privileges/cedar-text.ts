import type { ArgumentRole, ToolSpec } from "#engine";
import { formatAmount, guardedRoles, sinkIntegrity } from "#pillars/autonomy";
import { cedarSchema } from "./cedar-schema.ts";
import type { CedarSchema } from "./policy-engine.ts";
import { ruleToSentence, sentenceText } from "./sentence.ts";
import { trustOf } from "./trust.ts";
import { valueList } from "./value-list.ts";
import type { PermissionConfig, Rule } from "./rule.ts";
import { capitalised, frequency, inSentence, person, titleOf } from "./words.ts";

/** Where a Permission node hangs, and the tools that exist there. */
export interface CedarContext {
  /** The Permission node's id: rules are `<source>/1`, `<source>/2`, … in the order of the node. */
  readonly source: string;
  /** The agent the node hangs on; absent when it hangs on a tool and binds whoever uses it. */
  readonly agentId?: string;
  readonly tools: readonly ToolSpec[];
}

/** Policy text and the schema it is checked against. */
export interface CedarPolicies {
  readonly policies: string;
  readonly schema: CedarSchema;
}

/**
 * Compiles the rules of one Permission node; one about a tool that is not there says nothing. Every policy has `@id` (`<rule id>.<part>`), `@title` (its sentence),
 * `@approver`, `@wait` (minutes), `@ttl` (seconds), `@currency` (of its amounts) and `@only` (the values it lists). Policies of several nodes may be joined by line breaks.
 */
export function rulesToCedar(config: Pick<PermissionConfig, "agent" | "rules">, context: CedarContext): CedarPolicies {
  const known = new Set(context.tools.map(({ name }) => name));
  const policies = config.rules.flatMap((rule, index) =>
    known.has(rule.tool) ? rulePolicies(rule, index, config, context) : [],
  );
  return { policies: policies.map(policyText).join("\n\n"), schema: cedarSchema(context.tools) };
}

interface Policy {
  readonly id: string;
  readonly title: string;
  readonly effect: "permit" | "forbid";
  readonly head: string;
  readonly rule: Rule;
  readonly when: readonly string[];
  readonly unless?: readonly string[];
}

function rulePolicies(
  rule: Rule,
  index: number,
  config: Pick<PermissionConfig, "agent" | "rules">,
  context: CedarContext,
): readonly Policy[] {
  const spec = context.tools.find(({ name }) => name === rule.tool);
  const id = `${context.source}/${index + 1}`;
  const sentence = sentenceText(ruleToSentence(rule, spec, config.agent));
  const head = `${principal(context)}, action == Action::${cedarString(rule.tool)}, resource`;
  const speaking =
    rule.roles.length === 0 ? [] : [`[${rule.roles.map(cedarString).join(", ")}].contains(context.role)`];
  const part = (name: string, title: string, when: readonly string[]): Policy => ({
    id: `${id}.${name}`,
    title,
    effect: "permit",
    head,
    rule,
    when: [...speaking, ...when],
  });
  if (rule.allow === "never") return [{ ...part("never", sentence, []), effect: "forbid", unless: otherValue(rule) }];
  const title = titleOf(rule.tool, spec);
  const permits =
    rule.allow === "ask"
      ? [
          part("ask", `${capitalised(person(rule.approver))} decides about ${inSentence(title)}.`, [
            ...required(rule),
            ...unused(rule),
            "context.approved",
          ]),
        ]
      : alonePolicies(rule, spec, sentence, part);
  return [...permits, ...ceiling(rule, part)];
}

type Part = (name: string, title: string, when: readonly string[]) => Policy;

/** What is allowed alone, and one policy for each reason why a person has to decide instead, so that the reason can be told. */
function alonePolicies(rule: Rule, spec: ToolSpec | undefined, sentence: string, part: Part): readonly Policy[] {
  const decider = person(rule.approver);
  const asked = (name: string, reason: string, beyond: string): Policy =>
    part(name, `${reason}, ${decider} decides.`, [...required(rule), beyond, "context.approved"]);
  const within = amountWithin(rule, rule.amount?.aloneUpTo);
  const roles = spec === undefined ? guardedRoles("admin") : guardedRoles(spec.effect);
  const trusted = roles.map((role) => `context.${trustAttribute(role)} >= ${trustOf(sinkIntegrity)}`);
  const policies = [part("alone", sentence, [...required(rule), ...within, ...unused(rule), ...trusted])];
  if (rule.amount !== undefined) {
    const { aloneUpTo, currency } = rule.amount;
    policies.push(asked("above", `Above ${formatAmount(aloneUpTo, currency)}`, `context.amount > ${cents(aloneUpTo)}`));
  }
  const often = frequency(rule.uses);
  if (often !== undefined) policies.push(asked("again", `More often than ${often}`, `!(${unused(rule).join(" && ")})`));
  policies.push(asked("outside", "When who, what or how much comes from outside text", `!(${trusted.join(" && ")})`));
  return policies;
}

/** Holds whoever approves: an amount that can be read, in the rule's currency, and the facts the rule requires. */
function required(rule: Rule): readonly string[] {
  const { ownRecord, sameTarget } = rule.requires;
  return [
    ...(rule.amount === undefined
      ? []
      : ["context has amount", "context has currency", `context.currency == ${cedarString(rule.amount.currency)}`]),
    ...(rule.only === undefined ? [] : [`context has choice && ${isListed(rule.only.values)}`]),
    ...(ownRecord ? ["context.ownRecord"] : []),
    ...(sameTarget ? ["context.sameTarget"] : []),
  ];
}

/** What a rule that forbids listed values leaves out; a value that cannot be read may be one of them, and is forbidden too. */
function otherValue({ only }: Rule): readonly string[] {
  return only === undefined ? [] : [`context has choice && !${isListed(only.values)}`];
}

function isListed(values: readonly string[]): string {
  return `[${values.map(cedarString).join(", ")}].contains(context.choice)`;
}

function amountWithin(rule: Rule, bound: number | undefined): readonly string[] {
  return rule.amount === undefined || bound === undefined ? [] : [`context.amount <= ${cents(bound)}`];
}

function unused({ uses }: Rule): readonly string[] {
  if (uses.per === "call") return [];
  return [`context.${uses.per === "turn" ? "usedInTurn" : "usedInChat"} < ${uses.count}`];
}

/** `unless`, so that an amount that is missing or in another currency is forbidden too. */
function ceiling(rule: Rule, part: Part): readonly Policy[] {
  const { amount } = rule;
  if (amount?.neverAbove === undefined) return [];
  const title = `Never above ${formatAmount(amount.neverAbove, amount.currency)}.`;
  const amountKnown = [
    "context has amount",
    "context has currency",
    `context.currency == ${cedarString(amount.currency)}`,
  ];
  return [
    {
      ...part("never", title, []),
      effect: "forbid",
      unless: [...amountKnown, ...amountWithin(rule, amount.neverAbove)],
    },
  ];
}

function policyText(policy: Policy): string {
  const { rule } = policy;
  return [
    `@id(${cedarString(policy.id)})`,
    `@title(${cedarString(policy.title)})`,
    `@approver(${cedarString(rule.approver)})`,
    `@wait("${rule.waitMinutes}")`,
    `@ttl("${rule.ttlSeconds}")`,
    ...(rule.amount === undefined ? [] : [`@currency(${cedarString(rule.amount.currency)})`]),
    ...(rule.only === undefined || rule.allow === "never"
      ? []
      : [`@only(${cedarString(valueList(rule.only.values))})`]),
    `${policy.effect} (${policy.head})`,
    ...clause("when", policy.when),
    ...clause("unless", policy.unless ?? []),
  ]
    .join("\n")
    .concat(";");
}

function clause(kind: "when" | "unless", conditions: readonly string[]): readonly string[] {
  return conditions.length === 0 ? [] : [`${kind} { ${conditions.join(" && ")} }`];
}

function principal({ agentId }: CedarContext): string {
  return agentId === undefined ? "principal" : `principal == Agent::${cedarString(agentId)}`;
}

function trustAttribute(role: ArgumentRole): string {
  return `${role}Trust`;
}

/** Bounds are rounded down and amounts up, so that rounding never lets more through. */
function cents(bound: number): number {
  return Math.floor(bound * 100 + 1e-6);
}

/** A Cedar string literal. Cedar has no `\b`, `\f` or four-digit `\u` escapes, so controls are written `\u{…}`. */
export function cedarString(text: string): string {
  const inner = text.replace(/["\\]|[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '"' || character === "\\" ? `\\${character}` : `\\u{${codePoint(character).toString(16)}}`,
  );
  return `"${inner}"`;
}

/** Lone surrogates are not text in Cedar: they become the replacement character. */
function codePoint(character: string): number {
  const point = character.codePointAt(0) ?? 0xfffd;
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}
