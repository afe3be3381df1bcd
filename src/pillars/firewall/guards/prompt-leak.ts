import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { needlesOf, openTail, squash } from "../leak/needles.ts";
import type { Needle } from "../leak/needles.ts";
import { openStretch, repeatedStretches } from "../leak/overlap.ts";
import type { InspectInput } from "../types.ts";
import { normalise } from "../views/normalise.ts";
import type { View } from "../views/view.ts";

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
  holdFrom: (text, input) => {
    const view = normalise(text);
    const squashed = squash(view.text);
    const open = openTail(squashed.text, [...canaryNeedles(input), ...secretNeedles(input)]);
    const firstOpen = open === 0 ? view.text.length : (squashed.offsets[squashed.text.length - open] ?? 0);
    const stretch = openStretch(view.text, input.context?.instructions ?? "") ?? view.text.length;
    const held = Math.min(firstOpen, stretch);
    return held >= view.text.length ? text.length : view.toOriginal(held, held + 1).start;
  },
  inspect: (views, input, setting) => {
    const instructions = input.context?.instructions;
    const found = views.all.flatMap((view) => [
      ...search(view, canaryNeedles(input), "canary", "Repeats a mark from the hidden instructions."),
      ...search(view, secretNeedles(input), "declared-secret", "Contains a value that was declared secret."),
    ]);
    if (instructions === undefined || instructions === "") return found;
    const repeated = views.all.flatMap((view) =>
      repeatedStretches(view.text, instructions, setting.overlapWords).map((span) =>
        candidate(view, span.start, span.end, "instructions", 0.9, "Repeats the hidden instructions word for word."),
      ),
    );
    return [...found, ...repeated];
  },
});

function canaryNeedles(input: InspectInput): Needle[] {
  return (input.context?.canaries ?? []).flatMap(needlesOf);
}

function secretNeedles(input: InspectInput): Needle[] {
  return (input.context?.secrets ?? []).flatMap(needlesOf);
}

function search(view: View, needles: readonly Needle[], category: string, reason: string): Candidate[] {
  if (needles.length === 0) return [];
  const { text, offsets } = squash(view.text);
  const found: Candidate[] = [];
  for (const { squashed, isEncoded } of needles) {
    let at = text.indexOf(squashed);
    while (at !== -1) {
      const end = (offsets[at + squashed.length - 1] ?? 0) + 1;
      found.push(
        candidate(
          view,
          offsets[at] ?? 0,
          end,
          category,
          0.99,
          isEncoded ? reason.replace(/\.$/u, ", in disguise.") : reason,
        ),
      );
      at = text.indexOf(squashed, at + squashed.length);
    }
  }
  return found;
}

function candidate(view: View, start: number, end: number, category: string, score: number, reason: string): Candidate {
  return { category, score, ...view.toOriginal(start, end), reason, replacement: { by: "marker", text: "[removed]" } };
}
