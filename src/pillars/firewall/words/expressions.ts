import type { Candidate } from "../define-guard.ts";
import type { WordPattern } from "../policy/words.ts";
import type { View } from "../views/view.ts";
import { readExpression } from "./find-matches.ts";
import { readPattern } from "./read-pattern.ts";

type Search = (view: View) => readonly Candidate[];

/** Reading a pattern costs more than searching a short text; a policy's list stays the same for many texts. */
const known = new WeakMap<readonly WordPattern[], readonly Search[]>();

export function expressionsOf(patterns: readonly WordPattern[]): readonly Search[] {
  const before = known.get(patterns);
  if (before !== undefined) return before;
  const searches = patterns.map(searchOf);
  known.set(patterns, searches);
  return searches;
}

/** A check that cannot be made lets nothing pass: a pattern that cannot be read fits every text. */
function searchOf({ name, pattern }: WordPattern): Search {
  const expression = readExpression(pattern);
  const reason =
    expression === undefined
      ? `The pattern “${name}” cannot be read, so nothing passes it.`
      : `Fits the pattern “${name}”.`;
  const category = expression === undefined ? "unreadable-pattern" : "custom-pattern";
  return (view) => {
    const spans = expression?.find(view.text) ?? [{ start: 0, end: view.text.length }];
    return spans.map(({ start, end }) => ({
      category,
      score: 1,
      ...view.toOriginal(start, end),
      reason,
      replacement: { by: "marker", text: "[removed]" },
    }));
  };
}

/** UTF-16 units of the longest place that any of them finds. */
export function longestOf(patterns: readonly WordPattern[]): number {
  return Math.max(0, ...patterns.map(({ pattern }) => readPattern(pattern)).map(lengthOf));
}

function lengthOf(read: ReturnType<typeof readPattern>): number {
  return read.problem === undefined ? read.longest + 8 : Infinity;
}
