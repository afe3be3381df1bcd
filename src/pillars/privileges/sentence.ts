import { formatAmount } from "#pillars/autonomy";
import type { ToolSpec } from "#engine";
import type { Rule } from "./rule.ts";
import { valueList } from "./value-list.ts";
import { argumentTitle, frequency, inSentence, people, person, titleOf } from "./words.ts";

/** The parts of a rule's sentence that a person can change in place. */
export const ruleSlots = ["roles", "allow", "aloneUpTo", "uses", "approver", "neverAbove", "only", "lease"] as const;
export type RuleSlot = (typeof ruleSlots)[number];

/** A piece of the sentence; with a `slot`, the text stands for a part that can be edited there. */
export interface Segment {
  readonly text: string;
  readonly slot?: RuleSlot;
}

/**
 * The rule as people read it: "Support agent may refund up to [100 EUR] [alone], [once per chat]. Above that, [a support
 * lead] decides. Never above [500 EUR]." Joined, the texts are the sentence.
 */
export function ruleToSentence(rule: Rule, spec: ToolSpec | undefined, agent = "The agent"): readonly Segment[] {
  const action = inSentence(titleOf(rule.tool, spec));
  const head = [...speakers(rule), plain(`${agent} may `)];
  const where = listed(rule, spec);
  if (rule.allow === "never") return [...head, slot("allow", "never"), plain(` ${action}`), ...where, plain(".")];
  const body = rule.allow === "alone" ? aloneBody(rule) : askBody(rule);
  const only = where.length === 0 ? [] : [plain(" Only"), ...where, plain(".")];
  return [...head, plain(action), ...body, ...ceiling(rule), ...only, ...together(rule), ...always(rule)];
}

/** The sentence as plain text. */
export function sentenceText(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
}

function speakers({ roles }: Rule): readonly Segment[] {
  return roles.length === 0 ? [] : [plain("When "), slot("roles", people(roles)), plain(" speaks, ")];
}

function aloneBody(rule: Rule): readonly Segment[] {
  const { amount, approver } = rule;
  const often = frequency(rule.uses);
  const limited = amount !== undefined || often !== undefined;
  return [
    ...(amount === undefined
      ? []
      : [plain(" up to "), slot("aloneUpTo", formatAmount(amount.aloneUpTo, amount.currency))]),
    plain(" "),
    slot("allow", "alone"),
    ...(often === undefined ? [] : [plain(", "), slot("uses", often)]),
    plain("."),
    ...(limited
      ? [
          plain(amount === undefined ? " After that, " : " Above that, "),
          slot("approver", person(approver)),
          plain(" decides."),
        ]
      : []),
  ];
}

function askBody(rule: Rule): readonly Segment[] {
  const often = frequency(rule.uses);
  return [
    plain(" "),
    slot("allow", "after"),
    plain(" "),
    slot("approver", person(rule.approver)),
    plain(" approves"),
    ...(often === undefined ? [] : [plain(", at most "), slot("uses", often)]),
    plain("."),
  ];
}

function ceiling({ amount }: Rule): readonly Segment[] {
  if (amount?.neverAbove === undefined) return [];
  return [plain(" Never above "), slot("neverAbove", formatAmount(amount.neverAbove, amount.currency)), plain(".")];
}

function listed({ only }: Rule, spec: ToolSpec | undefined): readonly Segment[] {
  if (only === undefined) return [];
  return [plain(` where ${argumentTitle(only.argument, spec)} is `), slot("only", valueList(only.values))];
}

function together({ lease, ttlSeconds }: Rule): readonly Segment[] {
  if (lease === undefined) return [];
  const calls = slot("lease", lease.calls === 1 ? "1 call" : `${lease.calls} calls`);
  return [plain(" One permission covers "), calls, plain(` within ${ttlSeconds} s and ends with the answer.`)];
}

function always({ requires }: Rule): readonly Segment[] {
  const own = requires.ownRecord ? [" The record must belong to the person who speaks."] : [];
  const back = requires.sameTarget ? [" It must go back to where it came from."] : [];
  return [...own, ...back].map(plain);
}

function plain(text: string): Segment {
  return { text };
}

function slot(name: RuleSlot, text: string): Segment {
  return { text, slot: name };
}
