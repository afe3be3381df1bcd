import { characterClass, classesAt, unitsAt } from "../character-classes.ts";
import type { Span } from "../views/view.ts";

/** In scripts that write no spaces two signs count as a word; elsewhere at most this many letters do. */
const longestWord = 24;
const longestUnspaced = 2;

/** Where the words of one text begin; one column serves text after text. */
const column = new Uint32Array(65_536);

/** Stretches of `size` words, each beginning half-way through the one before, and together the whole text. */
export function windowsOf(text: string, size: number): readonly Span[] {
  const starts = text.length <= column.length ? column : new Uint32Array(text.length);
  const count = readStarts(text, starts);
  if (count <= size) return [{ start: 0, end: text.length }];
  const step = Math.ceil(size / 2);
  const startOf = (word: number): number | undefined => (word < count ? starts[word] : undefined);
  const windows: Span[] = [];
  for (let first = 0; first === 0 || first + step < count; first += step)
    windows.push({ start: startOf(first) ?? 0, end: startOf(first + size) ?? text.length });
  return windows;
}

/** Words begin behind white space, where the script changes, and in a longer word time and again. Returns how many do. */
function readStarts(text: string, starts: Uint32Array): number {
  let count = 0;
  let length = 0;
  let unspacedBefore = 0;
  for (let at = 0; at < text.length;) {
    const classes = classesAt(text, at);
    if ((classes & characterClass.space) !== 0) length = 0;
    else {
      const unspaced = classes & characterClass.unspaced;
      if (unspaced !== unspacedBefore || length === (unspaced === 0 ? longestWord : longestUnspaced)) length = 0;
      if (length === 0) starts[count++] = at;
      unspacedBefore = unspaced;
      length += 1;
    }
    at += (classes & characterClass.half) === 0 ? 1 : unitsAt(text, at, classes);
  }
  return count;
}
