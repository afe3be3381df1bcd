import { calibrate, createScorer } from "../classifier/score.ts";
import type { Classifiers } from "../classifier/classifiers.ts";
import type { Span } from "../views/view.ts";
import type { Views } from "../views/views.ts";
import { unitsOf } from "./units.ts";

/** A stretch that a head holds for what it has learned to see, in offsets of the original. */
export interface Content extends Span {
  readonly head: string;
  /** 0..1, calibrated. */
  readonly score: number;
}

/** Below this nothing is done at any sensitivity. */
const worthTelling = 0.2;

/** Every sentence that one of the heads has something to say about. Heads of one space read the text together. */
export function readContent(
  views: Views,
  names: readonly string[],
  { lexicon, heads }: Classifiers,
): readonly Content[] {
  const wanted = names.flatMap((name) => heads.get(name) ?? []);
  const [space] = wanted;
  if (space === undefined) return [];
  return views.all.flatMap((view) => {
    const scorer = createScorer(view.text, lexicon, space);
    return unitsOf(view.text).flatMap((unit) =>
      wanted
        .map((head) => ({ head: head.name, score: calibrate(scorer(head, unit), 1, head) }))
        .filter(({ score }) => score >= worthTelling)
        .map((found) => ({ ...found, ...view.toOriginal(unit.start, unit.end) })),
    );
  });
}
