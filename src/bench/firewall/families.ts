import { familyOf, sources } from "./sources.ts";

/** The families that attacks come from, each held out of training in turn. */
export const families: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(sources).map(([name, { family }]) => [name, family]),
);
/** The rules were written without a look at these. */
export const heldOut: readonly string[] = ["in-the-wild", "tool-agents"];

/** Ordinary business text, on which the false-positive rate is stated. */
export const businessSources: readonly string[] = Object.entries(sources).flatMap(([name, { benign }]) =>
  benign === "business" ? [name] : [],
);

const learned: ReadonlySet<string> = new Set(
  Object.values(sources).flatMap(({ family, training }) => (training ? [family] : [])),
);

/** Whether the shipped text model has learned from this source or one of its kin. */
export function isLearned(source: string): boolean {
  return learned.has(familyOf(source));
}
