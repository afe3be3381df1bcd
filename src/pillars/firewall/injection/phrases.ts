/** What an injected order tries to do. */
export const injectionCategories = [
  "instruction-override",
  "prompt-extraction",
  "persona",
  "role-forgery",
  "tool-forgery",
  "order-in-data",
  "secrecy",
] as const;
/** What no rule saw and the classifier did. */
export const learnedCategory = "learned";
export type InjectionCategory = (typeof injectionCategories)[number];

export interface Phrase {
  readonly category: InjectionCategory;
  /** How sure one occurrence makes us, 0..1. */
  readonly weight: number;
  /** Matched on lower-cased text unless `isCased`. Every gap is bounded. */
  readonly pattern: RegExp;
  /** Capitals tell "SYSTEM:" from the "System:" of a data sheet. */
  readonly isCased: boolean;
  /** Only in documents and tool results, or everywhere. */
  readonly scope: "data" | "any";
}

/** A phrase that speaks for itself; `scope` keeps those out of messages that only make sense in data. */
export function phrase(
  category: InjectionCategory,
  weight: number,
  pattern: RegExp,
  scope: Phrase["scope"] = "any",
): Phrase {
  return { category, weight, pattern, scope, isCased: false };
}

/** A phrase whose letter case matters. */
export function casedPhrase(
  category: InjectionCategory,
  weight: number,
  pattern: RegExp,
  scope: Phrase["scope"],
): Phrase {
  return { category, weight, pattern, scope, isCased: true };
}
