import type { Span, View } from "../views/view.ts";
import { eachWord, shinglesOf, unit, wordsOf } from "./shingles.ts";

/** Letters of a shingle from which on it is more than a turn of phrase ("if you do not know"). */
const leastLetters = 18;
/** The share of the instructions that may not be repeated, however it is cut up. */
const mostShare = 0.4;
/** Different words of the instructions that are told apart; a number has to fit one unit of a string. */
const mostNumbers = 0xffff;

/** Instructions, ready to be looked for: their words and every few words in a row, numbered. */
export interface Instructions {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly shingles: ReadonlyMap<string, number>;
  /** Those that only these instructions are likely to hold. */
  readonly telling: ReadonlySet<number>;
  /** Beginnings of shingles, of one word and more. */
  readonly beginnings: ReadonlySet<string>;
}

/** What documents say, too, is no secret of the instructions. */
export function indexInstructions(instructions: string, sources: readonly string[]): Instructions {
  const words = wordsOf(instructions);
  const elsewhere = new Set(sources.flatMap((source) => shinglesOf(wordsOf(source))));
  const vocabulary = new Map<string, number>();
  for (const { key } of words)
    if (!vocabulary.has(key) && vocabulary.size < mostNumbers) vocabulary.set(key, vocabulary.size + 1);
  const numbers = Uint16Array.from(words, ({ key }) => vocabulary.get(key) ?? 0);
  const shingles = new Map<string, number>();
  const telling = new Set<number>();
  for (const [at, said] of shinglesOf(words).entries()) {
    const key = rowOf(numbers, at, unit);
    if (elsewhere.has(said) || shingles.has(key)) continue;
    if (isTelling(said)) telling.add(shingles.size);
    shingles.set(key, shingles.size);
  }
  const beginnings = new Set<string>();
  for (let at = 0; at < words.length; at++)
    for (let count = 1; count < unit && at + count <= words.length; count++) beginnings.add(rowOf(numbers, at, count));
  return { vocabulary, shingles, telling, beginnings };
}

function isTelling(shingle: string): boolean {
  let letters = 0;
  for (const character of shingle) letters += character === " " ? 0 : character > "\u2e80" ? 4 : 1;
  return letters >= leastLetters;
}

/** Some words in a row as a key. */
function rowOf(numbers: Uint16Array, from: number, count: number): string {
  let key = "";
  for (let at = from; at < from + count; at++) key += String.fromCharCode(numbers[at] ?? 0);
  return key;
}

/** A text's words by the instructions' numbers, 0 for others, and at which words which of their shingles begin. */
export interface Repetition {
  readonly numbers: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly shared: ReadonlyMap<number, number>;
  /** Whether the last word may go on. */
  readonly isCut: boolean;
}

const made = new WeakMap<View, { readonly instructions: Instructions; readonly repetition: Repetition }>();

export function repetitionOf(view: View, instructions: Instructions): Repetition {
  const before = made.get(view);
  if (before?.instructions === instructions) return before.repetition;
  const repetition = readRepetition(view.text, instructions);
  made.set(view, { instructions, repetition });
  return repetition;
}

function readRepetition(text: string, { vocabulary, shingles }: Instructions): Repetition {
  const numbers = new Uint16Array(text.length);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  const shared = new Map<number, number>();
  let count = 0;
  let known = 0;
  eachWord(text, (start, end) => {
    const number = vocabulary.get(text.slice(start, end).toLowerCase()) ?? 0;
    starts[count] = start;
    ends[count] = end;
    numbers[count++] = number;
    known = number === 0 ? 0 : known + 1;
    if (known < unit) return;
    const shingle = shingles.get(rowOf(numbers, count - unit, unit));
    if (shingle !== undefined) shared.set(count - unit, shingle);
  });
  const [first, last] = [starts.subarray(0, count), ends.subarray(0, count)];
  return { numbers: numbers.subarray(0, count), starts: first, ends: last, shared, isCut: last.at(-1) === text.length };
}

function spanOf({ starts, ends }: Repetition, at: number): Span {
  return { start: starts[at] ?? 0, end: ends[at + unit - 1] ?? 0 };
}

/** Stretches that repeat at least `least` words in a row of the instructions. */
export function repeatedStretches(repetition: Repetition, least: number): Span[] {
  const runs: { start: number; end: number; words: number; last: number }[] = [];
  for (const at of repetition.shared.keys()) {
    const { start, end } = spanOf(repetition, at);
    const run = runs.at(-1);
    if (run?.last === at - 1) Object.assign(run, { end, words: run.words + 1, last: at });
    else runs.push({ start, end, words: unit, last: at });
  }
  return runs.filter((run) => run.words >= least);
}

/**
 * Where a text has repeated too large a share of the instructions, in pieces that need not hang together: the piece with
 * which it has, and those after it.
 */
export function repeatedShare(repetition: Repetition, { telling }: Instructions, leastWords: number): Span[] {
  const least = leastWords - unit + 1;
  const limit = telling.size < least ? telling.size : Math.max(least, Math.ceil(telling.size * mostShare));
  if (limit < 2) return [];
  const given = new Set<number>();
  const found: Span[] = [];
  for (const [at, shingle] of repetition.shared) {
    if (!telling.has(shingle)) continue;
    given.add(shingle);
    const span = spanOf(repetition, at);
    const before = found.at(-1);
    if (before !== undefined && before.end >= span.start)
      found[found.length - 1] = { start: before.start, end: span.end };
    else if (given.size >= limit) found.push(span);
  }
  return found;
}

/** Where a stretch that may still grow begins; undefined when the text ends otherwise. */
export function openStretch(
  { numbers, starts, shared, isCut }: Repetition,
  { beginnings }: Instructions,
): number | undefined {
  const count = numbers.length - (isCut ? 1 : 0);
  let start = count - unit;
  if (shared.has(start)) {
    while (shared.has(start - 1)) start -= 1;
    return starts[start];
  }
  for (let length = Math.min(unit - 1, count); length > 0; length--)
    if (beginnings.has(rowOf(numbers, count - length, length))) return starts[count - length];
  return undefined;
}
