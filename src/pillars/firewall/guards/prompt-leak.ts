import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { coveredBy } from "../leak/covered.ts";
import { findLeaks, openLeak } from "../leak/find-leaks.ts";
import { leakIndexOf } from "../leak/leak-index.ts";
import type { LeakIndex } from "../leak/leak-index.ts";
import { openStretch, repeatedShare, repeatedStretches, repetitionOf } from "../leak/overlap.ts";
import { openRow, repeatedRows } from "../leak/run-together.ts";
import { textReadings } from "../leak/text-readings.ts";
import type { Span, View, ViewKind } from "../views/view.ts";
import type { Views } from "../views/views.ts";

/**
 * What must never leave: canaries, declared secrets and long stretches of the instructions. Exact search over every
 * spelling; filters of this kind, outside the model, held in 15,000 adaptive attacks where model-based ones broke (arXiv 2604.23887).
 */
export const promptLeak = defineGuard({
  id: "promptLeak",
  title: "Leaked instructions",
  directions: ["output"],
  categories: ["canary", "declared-secret", "instructions"],
  window: 0,
  holdFrom: (text, input, setting, views) => {
    const index = leakIndexOf(input.context, setting);
    const forward = readViews(views).filter(({ kind }) => isForward.has(kind));
    return Math.min(text.length, ...forward.map((view) => openIn(view, index, view === views.plain, text)));
  },
  inspect: (views, input, setting) => {
    const index = leakIndexOf(input.context, setting);
    return readViews(views).flatMap((view) => [
      ...findLeaks(view, index.kinds, view === views.plain).map(({ category, reason, ...span }) =>
        candidate(view, span, category, 0.99, reason),
      ),
      ...repeats(view, index, setting.overlapWords, view === views.plain),
    ]);
  },
});

/** Views whose end is the end of the text. */
const isForward: ReadonlySet<ViewKind> = new Set(["plain", "hidden", "decoded", "unmarked", "leet"]);

/** Letters set apart are looked for in every text, so a view that joins them says nothing new. */
function readViews(views: Views): readonly View[] {
  return views.all.filter(({ kind }) => kind !== "joined");
}

function repeats(view: View, { instructions, rows }: LeakIndex, least: number, deep: boolean): Candidate[] {
  if (instructions === undefined) return [];
  const repetition = repetitionOf(view, instructions);
  const stretches = repeatedStretches(repetition, least);
  const share = repeatedShare(repetition, instructions, least);
  const together = repeatedRows(textReadings(view, deep).squashed, rows, least);
  const isFound = coveredBy(stretches, view.text.length);
  const said = "Repeats the hidden instructions";
  return [
    ...stretches.map((span) => candidate(view, span, "instructions", 0.9, `${said} word for word.`)),
    ...share.map((span) => candidate(view, span, "instructions", 0.85, `${said} piece by piece.`)),
    ...together
      .filter((span) => !isFound(span))
      .map((span) => candidate(view, span, "instructions", 0.9, `${said} letter by letter.`)),
  ];
}

/** The offset of the original from which the view's text may still grow into a leak. */
function openIn(view: View, { kinds, instructions, rows }: LeakIndex, deep: boolean, text: string): number {
  const { length } = view.text;
  const opens = [openLeak(view, kinds, deep)];
  if (instructions !== undefined) {
    const { squashed } = textReadings(view, deep);
    opens.push(openStretch(repetitionOf(view, instructions), instructions) ?? length);
    opens.push(squashed.offsets[openRow(squashed.text, rows)] ?? length);
  }
  const open = Math.min(...opens);
  return open >= length ? text.length : view.toOriginal(open, open + 1).start;
}

function candidate(view: View, span: Span, category: string, score: number, reason: string): Candidate {
  return {
    category,
    score,
    ...view.toOriginal(span.start, span.end),
    reason,
    replacement: { by: "marker", text: "[removed]" },
  };
}
