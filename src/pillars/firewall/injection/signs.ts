import type { Evidence } from "./evidence.ts";
import { injectionCategories } from "./phrases.ts";
import type { InjectionCategory } from "./phrases.ts";

/** From this weight on a sign of the rules is a strong one, and from the next a very strong one. */
const levels = [0, 0.5, 0.7] as const;

/** How many signs there are. A model counts on their order: adding one means training again. */
export const signCount = injectionCategories.length * levels.length;

/** What the rules saw, as numbers for a classifier: for each category that it was seen at all, strongly, very strongly. */
export function signsOf(evidence: readonly Evidence[]): readonly number[] {
  const strongest = new Map<InjectionCategory, number>();
  for (const { category, weight } of evidence) strongest.set(category, Math.max(strongest.get(category) ?? 0, weight));
  return injectionCategories.flatMap((category, at) => {
    const weight = strongest.get(category);
    if (weight === undefined) return [];
    return levels.flatMap((level, step) => (weight >= level ? [at * levels.length + step] : []));
  });
}
