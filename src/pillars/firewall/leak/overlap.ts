import type { Span } from "../views/view.ts";

interface Word extends Span {
  readonly key: string;
}

/** How many words form the units that are looked up; a run of matching units is one stretch. */
const unit = 5;

/** Stretches of a text that repeat at least `least` words in a row of `source`. */
export function repeatedStretches(text: string, source: string, least: number): Span[] {
  return runsOf(text, source).filter((run) => run.words >= least);
}

/** Where a run of repeated words that reaches the end of the text begins; undefined when the text ends otherwise. */
export function openStretch(text: string, source: string): number | undefined {
  const words = wordsOf(text);
  const known = new Set(wordsOf(source).map((word) => word.key));
  // The last few words may be the beginning of a unit that is not complete yet.
  let at = words.length;
  while (at > 0 && known.has(words[at - 1]?.key ?? "")) at -= 1;
  return words[at]?.start;
}

function runsOf(text: string, source: string): (Span & { readonly words: number })[] {
  const sourceUnits = new Set(unitsOf(wordsOf(source)));
  const words = wordsOf(text);
  const runs: { start: number; end: number; words: number }[] = [];
  let last = -1;
  for (const [index, key] of unitsOf(words).entries()) {
    const first = words[index];
    const end = words[index + unit - 1];
    if (!sourceUnits.has(key) || first === undefined || end === undefined) continue;
    const run = runs.at(-1);
    if (run !== undefined && last === index - 1) {
      run.end = end.end;
      run.words += 1;
    } else runs.push({ start: first.start, end: end.end, words: unit });
    last = index;
  }
  return runs;
}

function unitsOf(words: readonly Word[]): string[] {
  const units: string[] = [];
  for (let at = 0; at + unit <= words.length; at++) {
    let key = "";
    for (let offset = 0; offset < unit; offset++) key += ` ${words[at + offset]?.key ?? ""}`;
    units.push(key);
  }
  return units;
}

/** Words of spaced scripts; each character of unspaced ones counts as a word. */
function wordsOf(text: string): Word[] {
  const pattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
  return [...text.matchAll(pattern)].map((match) => ({
    key: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
