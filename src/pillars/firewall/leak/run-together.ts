import { shift } from "../views/cipher/letters.ts";
import type { Span } from "../views/view.ts";
import { squash } from "./squash.ts";
import type { Squashed } from "./squash.ts";
import { eachWindow, Windows } from "./windows.ts";

/** Letters in a row by which two texts are compared where words cannot be told apart. */
const gram = 16;
/** Letters of a word, on the whole. */
const lettersPerWord = 4.5;

/** Instructions as rows of letters: forwards, backwards and by ROT13. */
export interface Rows {
  readonly rows: readonly string[];
  readonly grams: Windows<true>;
}

/** What documents say, too, is no secret of the instructions. */
export function indexRows(instructions: string, sources: readonly string[]): Rows {
  const row = squash(instructions).text;
  const rows = row.length < 2 * gram ? [] : [row, [...row].toReversed().join(""), shift(row, 13)];
  const elsewhere = new Windows<true>();
  for (const source of sources) eachWindow(squash(source).text, gram, (hash) => elsewhere.set(hash, true));
  const grams = new Windows<true>();
  for (const each of rows)
    eachWindow(each, gram, (hash) => {
      if (elsewhere.get(hash) === undefined) grams.set(hash, true);
    });
  return { rows, grams };
}

/** Stretches that repeat the instructions letter by letter, without the words' borders: run together, backwards, turned. */
export function repeatedRows({ text, offsets }: Squashed, { grams }: Rows, leastWords: number): Span[] {
  const least = Math.max(2 * gram, Math.round(leastWords * lettersPerWord));
  return runsOf(text, grams)
    .filter(({ start, end }) => end - start >= least)
    .map(({ start, end }) => ({ start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }));
}

/** Stretches whose every gram is shared, in letters. */
function runsOf(text: string, grams: Windows<true>): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  if (grams.size === 0) return runs;
  eachWindow(text, gram, (hash, at) => {
    if (grams.get(hash) === undefined) return;
    const run = runs.at(-1);
    if (run !== undefined && run.end === at + gram - 1) run.end += 1;
    else runs.push({ start: at, end: at + gram });
  });
  return runs;
}

/** Where such a stretch that may still grow begins, in squashed letters; the text's length where there is none. */
export function openRow(text: string, { rows, grams }: Rows): number {
  const last = runsOf(text, grams).at(-1);
  if (last?.end === text.length) return last.start;
  for (let length = Math.min(gram - 1, text.length); length > 0; length--)
    if (rows.some((row) => row.includes(text.slice(text.length - length)))) return text.length - length;
  return text.length;
}
