import type { ToolSpec } from "#engine";
import { anyone } from "#pillars/autonomy";
import { ruleSlots, ruleToSentence, valueList, type Rule, type RuleSlot } from "#pillars/privileges";
import type { SelectOption, SentencePart } from "#ui/kit";
import type { EditWords } from "../messages/edit/en.ts";

type Words = EditWords["permission"];

/** The sentence of a rule with its slots as controls. What a control gives back is what `editRule` reads. */
export function sentenceParts(
  rule: Rule,
  spec: ToolSpec | undefined,
  subject: string | undefined,
  roles: readonly string[],
  words: Words,
): readonly SentencePart[] {
  return ruleToSentence(rule, spec, subject).map(({ text, slot }) =>
    slot === undefined ? text : slotPart(slot, rule, roles, words),
  );
}

export function isSlot(id: string): id is RuleSlot {
  return ruleSlots.some((slot) => slot === id);
}

function slotPart(slot: RuleSlot, rule: Rule, roles: readonly string[], words: Words): SentencePart {
  const label = words.slots[slot];
  switch (slot) {
    case "aloneUpTo":
    case "neverAbove":
      return {
        kind: "number",
        id: slot,
        label,
        value: rule.amount?.[slot] ?? 0,
        min: 0,
        unit: rule.amount?.currency ?? "",
      };
    case "only":
      return { kind: "bold", text: valueList(rule.only?.values ?? []) };
    case "lease":
      return { kind: "number", id: slot, label, value: rule.lease?.calls ?? 1, min: 1, max: 1000, unit: words.calls };
    case "allow":
      return choice(slot, label, rule.allow, allowOptions(words));
    case "uses":
      return choice(slot, label, `${rule.uses.count} times per ${rule.uses.per}`, usesOptions(rule, words));
    case "approver":
      return choice(slot, label, rule.approver, roleOptions([...roles, rule.approver], words));
    case "roles":
      return choice(slot, label, rule.roles.join(", "), roleOptions([...roles, rule.roles.join(", ")], words));
  }
}

function choice(id: string, label: string, value: string, options: readonly SelectOption[]): SentencePart {
  return { kind: "choice", id, label, value, options };
}

export function allowOptions(words: Words): readonly SelectOption[] {
  return (["alone", "ask", "never"] as const).map((value) => ({ value, label: words.allow[value] }));
}

export function usesOptions({ uses }: Rule, words: Words): readonly SelectOption[] {
  const counts = [...new Set([1, 2, 3, 5, 10, uses.count])].toSorted((a, b) => a - b);
  const times = (n: number) => (n === 1 ? words.once : n === 2 ? words.twice : words.times(n));
  return (["turn", "chat"] as const).flatMap((per) =>
    counts.map((count) => ({ value: `${count} times per ${per}`, label: `${times(count)} ${words.per[per]}` })),
  );
}

export function roleOptions(roles: readonly string[], words: Words): readonly SelectOption[] {
  return [...new Set([anyone, ...roles])]
    .filter((role) => role !== "")
    .map((role) => ({ value: role, label: role === anyone ? words.aPerson : words.role(role) }));
}
