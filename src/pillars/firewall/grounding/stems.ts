import { isUnspaced } from "../leak/letters.ts";
import { eachWord } from "../leak/shingles.ts";
import { isIdle } from "./languages.ts";

/** Letters that are left of a word, so that its endings do not matter. */
const stemLength = 5;
const shortestWord = 4;

export interface Stems {
  /** Words that say something, by their beginnings; of scripts without spaces, two characters in a row. */
  readonly content: readonly string[];
  readonly words: readonly string[];
}

/** `lower` is text in small letters without accents. */
export function stemsOf(lower: string): Stems {
  const content: string[] = [];
  const words: string[] = [];
  let last = -1;
  eachWord(lower, (start, end) => {
    if (isUnspaced(lower.charCodeAt(start))) {
      const pair = lower.slice(start - 1, end);
      if (last === start && !/^[\u3041-\u309f]+$/u.test(pair)) content.push(pair);
      last = end;
      return;
    }
    const word = lower.slice(start, end);
    words.push(word);
    if (word.length >= shortestWord && !/\d/u.test(word) && !isIdle(word)) content.push(stemOf(word));
  });
  return { content, words };
}

export function stemOf(word: string): string {
  return word.slice(0, stemLength);
}
