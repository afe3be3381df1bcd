import { windowsOf } from "../classifier/windows.ts";
import { sentencesOf } from "../sentences.ts";
import type { Span } from "../views/view.ts";

/** Words of a sentence that are read at once. */
export const unitWords = 40;

/**
 * What is judged at once: a sentence, a long one in overlapping windows. What follows a finished sentence changes nothing
 * about it, so a reply can be shown sentence by sentence while it arrives.
 */
export function unitsOf(text: string): readonly Span[] {
  return sentencesOf(text).flatMap(({ start, end }) =>
    windowsOf(text.slice(start, end), unitWords).map((window) => ({
      start: start + window.start,
      end: start + window.end,
    })),
  );
}

/** Where the sentence begins that what follows may still change. */
export function unfinishedFrom(text: string): number {
  return sentencesOf(text).at(-1)?.start ?? 0;
}
