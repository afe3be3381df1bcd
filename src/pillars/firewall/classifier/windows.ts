import type { Span } from "../views/view.ts";

/** In scripts that write no spaces two signs count as a word; elsewhere at most this many letters do. */
const longestWord = 24;
const word = new RegExp(
  `[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]{1,2}|[^\\s]{1,${longestWord}}?(?=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]|\\s|$)|[^\\s]{${longestWord}}`,
  "gu",
);

/** Stretches of `size` words, each beginning half-way through the one before, and together the whole text. */
export function windowsOf(text: string, size: number): readonly Span[] {
  const starts = /^[\0-\x7f]*$/u.test(text) ? asciiStarts(text) : Array.from(text.matchAll(word), ({ index }) => index);
  if (starts.length <= size) return [{ start: 0, end: text.length }];
  const step = Math.ceil(size / 2);
  const windows: Span[] = [];
  for (let first = 0; first === 0 || first + step < starts.length; first += step)
    windows.push({ start: starts[first] ?? 0, end: starts[first + size] ?? text.length });
  return windows;
}

/** The same as the pattern finds, for most texts. */
function asciiStarts(text: string): number[] {
  const starts: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === 0x20 || (code >= 9 && code <= 13);
    if (!isSpace && length % longestWord === 0) starts.push(at);
    length = isSpace ? 0 : length + 1;
  }
  return starts;
}
