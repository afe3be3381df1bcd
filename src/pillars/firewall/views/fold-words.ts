import { trait, traitsOf } from "./characters.ts";
import { latinLookalikes, livingLetters } from "./confusables.ts";
import type { Piece } from "./view.ts";
import { isTrigger } from "./vocabulary.ts";

const oneRealAlphabet = /^(?:\p{Script=Cyrillic}+|\p{Script=Greek}+|\p{Script=Armenian}+|\p{Script=Georgian}+)$/u;
const rareLatin = /^[\p{Script=Latin}\p{Script=Cherokee}\p{Script=Lisu}\p{Script=Coptic}]+$/u;

/** "pаypаl" with Cyrillic letters reads as Latin; a word wholly of another alphabet is left as it is. */
export function foldPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = -1;
  let lookalikes = 0;
  const close = (end: number): void => {
    if (start !== -1 && lookalikes > 0) {
      const word = text.slice(start, end);
      const folded = foldWord(word, lookalikes);
      if (folded !== word) pieces.push({ start, end, text: folded });
    }
    start = -1;
    lookalikes = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isPlainLetter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
    const traits = unit < 0x80 ? 0 : traitsOf(text.codePointAt(at) ?? 0);
    if (isPlainLetter || (traits & (trait.letter | trait.lookalike | trait.joins)) !== 0) {
      if (start === -1) start = at;
      if ((traits & trait.lookalike) !== 0) lookalikes += 1;
    } else close(at);
    if (unit >= 0xd800 && unit < 0xdc00) at += 1;
  }
  close(text.length);
  return pieces;
}

function foldWord(word: string, lookalikes: number): string {
  const isMixed = /[a-z]/iu.test(word);
  if (!isMixed && lookalikes < word.length) return word;
  const folded = Array.from(word, (letter) => latinLookalikes.get(letter) ?? letter).join("");
  if (isMixed) return Array.from(word).every(isHarmless) ? word : folded;
  // Wholly of look-alikes: alphabets that no language mixes, letters of phonetics, or an English word in another alphabet.
  if (oneRealAlphabet.test(word)) return word.length > 2 && isTrigger(folded.toLowerCase()) ? folded : word;
  return word.length >= 4 || rareLatin.test(word) ? folded : word;
}

function isHarmless(letter: string): boolean {
  return livingLetters.has(letter) || !latinLookalikes.has(letter);
}
