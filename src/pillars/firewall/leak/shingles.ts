import type { Span } from "../views/view.ts";
import { isMark, isSurrogate, isUnspaced, smallLetter, widePair } from "./letters.ts";

/** How many words form the unit that texts are compared by. */
export const unit = 5;

/** Calls with the borders of each word; each character of a script without spaces counts as a word. */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  const close = (end: number): void => {
    if (start >= 0) visit(start, end);
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isUnspaced(code)) {
      close(at);
      if (smallLetter(code) !== 0) visit(at, at + 1);
    } else if (isSurrogate(code)) {
      const isWide = widePair(text, at) !== undefined;
      if (!isWide) close(at);
      else {
        if (start < 0) start = at;
        at += 1;
      }
    } else if (smallLetter(code) !== 0) {
      if (start < 0) start = at;
    } else if (start < 0 || !isMark(code)) close(at);
  }
  close(text.length);
}

export interface Word extends Span {
  readonly key: string;
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (start, end) => words.push({ key: text.slice(start, end).toLowerCase(), start, end }));
  return words;
}

/** Every `unit` words in a row. */
export function shinglesOf(words: readonly Word[]): string[] {
  const shingles: string[] = [];
  for (let at = 0; at + unit <= words.length; at++) shingles.push(keyOf(words, at, unit));
  return shingles;
}

/** The words from `at` on as one key. */
export function keyOf(words: readonly Word[], at: number, count: number): string {
  let key = "";
  for (let offset = 0; offset < count; offset++) key += ` ${words[at + offset]?.key ?? ""}`;
  return key;
}
