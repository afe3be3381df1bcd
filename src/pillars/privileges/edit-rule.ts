import { anyone, hundredths } from "#pillars/autonomy";
import { valuesFrom } from "./value-list.ts";
import type { RuleSlot } from "./sentence.ts";
import { rule as ruleSchema, type Rule } from "./rule.ts";

/** The changed rule, or one sentence saying why the text cannot be taken. */
export type EditedRule =
  | { readonly outcome: "edited"; readonly rule: Rule }
  | { readonly outcome: "refused"; readonly message: string };

/**
 * Puts what a person typed into one slot of a rule's sentence: "250 EUR", "twice per chat", "a support lead", "alone".
 * Text that cannot be read changes nothing.
 */
export function editRule(rule: Rule, slot: RuleSlot, text: string): EditedRule {
  const typed = text.trim();
  switch (slot) {
    case "roles":
      return checked({ ...rule, roles: rolesFrom(typed) });
    case "approver":
      return typed === "" ? refused("Say who decides.") : checked({ ...rule, approver: roleFrom(typed) });
    case "allow":
      return editAllow(rule, typed);
    case "uses":
      return editUses(rule, typed);
    case "only":
      return editOnly(rule, typed);
    case "lease":
      return editLease(rule, typed);
    case "aloneUpTo":
    case "neverAbove":
      return editAmount(rule, slot, typed);
  }
}

function editAllow(rule: Rule, typed: string): EditedRule {
  const allow = new Map<string, Rule["allow"]>([
    ["alone", "alone"],
    ["ask", "ask"],
    ["after", "ask"],
    ["never", "never"],
  ]).get(typed.toLowerCase());
  return allow === undefined ? refused("Choose alone, ask or never.") : checked({ ...rule, allow });
}

function editUses(rule: Rule, typed: string): EditedRule {
  const parts = /^(?:(once|twice)|(\d{1,4})(?: times?)?)(?: per (turn|chat))$/i.exec(typed);
  if (parts === null) return refused("Write how often like this: once per chat, or 3 times per turn.");
  const words: Readonly<Record<string, number>> = { once: 1, twice: 2 };
  const count = words[parts[1]?.toLowerCase() ?? ""] ?? Number(parts[2]);
  return checked({ ...rule, uses: { count, per: parts[3]?.toLowerCase() === "turn" ? "turn" : "chat" } });
}

function editOnly(rule: Rule, typed: string): EditedRule {
  const values = valuesFrom(typed);
  if (rule.only === undefined || values === undefined || values.length === 0)
    return refused("Write the values like this: invoices, payments or costs.");
  return checked({ ...rule, only: { ...rule.only, values } });
}

function editLease(rule: Rule, typed: string): EditedRule {
  const calls = /^(\d{1,4})(?: calls?)?$/i.exec(typed)?.[1];
  return calls === undefined
    ? refused("Write how many calls like this: 12 calls.")
    : checked({ ...rule, lease: { calls: Number(calls) } });
}

function editAmount(rule: Rule, slot: "aloneUpTo" | "neverAbove", typed: string): EditedRule {
  const parts = /^(\d+(?:\.\d{1,2})?)(?:\s*([A-Za-z]{3}))?$/.exec(typed);
  const cents = hundredths(parts?.[1] ?? "");
  if (rule.amount === undefined || parts === null || cents === undefined)
    return refused("Write an amount like this: 100 EUR.");
  const currency = parts[2]?.toUpperCase() ?? rule.amount.currency;
  return checked({ ...rule, amount: { ...rule.amount, currency, [slot]: cents / 100 } });
}

function rolesFrom(typed: string): readonly string[] {
  return typed
    .split(/\s*(?:,|\bor\b)\s*/)
    .map(roleFrom)
    .filter((role) => role !== "" && role !== anyone);
}

function roleFrom(typed: string): string {
  const role = typed.replace(/^an?\s+/i, "");
  return role === "person" ? anyone : role;
}

function checked(draft: unknown): EditedRule {
  const parsed = ruleSchema.safeParse(draft);
  if (parsed.success) return { outcome: "edited", rule: parsed.data };
  const [issue] = parsed.error.issues;
  return refused(issue?.code === "custom" ? issue.message : "This is too little, too much or too long.");
}

function refused(message: string): EditedRule {
  return { outcome: "refused", message };
}
