import { isJsonObject, type ToolSpec } from "#engine";
import { anyone } from "#pillars/autonomy";
import type { Rule } from "./rule.ts";

/** "Refund" -> "refund", "SQL query" -> "SQL query": a title inside a sentence. */
export function inSentence(title: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** "a support lead", "an accountant", "a person". */
export function person(role: string): string {
  if (role === anyone) return "a person";
  return `${/^[aeiou]/i.test(role) ? "an" : "a"} ${inSentence(role)}`;
}

/** "once per chat", "3 times per turn"; nothing when uses are not counted. */
export function frequency(uses: Rule["uses"]): string | undefined {
  if (uses.per === "call") return undefined;
  const times = uses.count === 1 ? "once" : uses.count === 2 ? "twice" : `${uses.count} times`;
  return `${times} per ${uses.per}`;
}

/** "a customer or a supplier". */
export function people(roles: readonly string[]): string {
  return roles.map(person).join(" or ");
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name of a tool in a sentence, also for a rule whose tool is not attached any more. */
export function titleOf(tool: string, spec: ToolSpec | undefined): string {
  return spec?.title ?? tool;
}

/** What an argument is called in a sentence: "table", "order number". */
export function argumentTitle(argument: string, spec: ToolSpec | undefined): string {
  const properties = spec?.inputSchema["properties"];
  const property = isJsonObject(properties) && Object.hasOwn(properties, argument) ? properties[argument] : undefined;
  const title = isJsonObject(property) ? property["title"] : undefined;
  return typeof title === "string" ? inSentence(title) : argument;
}
