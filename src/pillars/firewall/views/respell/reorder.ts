import { turnedLetters } from "../confusables.ts";
import { inOrder } from "../pieces.ts";
import type { Piece, View } from "../view.ts";

/** Two words of an order in the wrong order. */
const swapped =
  /\b(?:instructions?|rules|guidelines|prompts?|directives|messages?|commands) (?:(?:hidden|secret|system|initial|original) )?(?:previous|prior|your|the|all|these|above|system|my|any|hidden|earlier)\b|\b(?:prompt|message|instructions) system\b|\bprevious (?:all|the|your|my) (?:ignore|disregard|forget)\b|\babove (?:everything|all) \w/u;
/** Small words as no English sentence has them, and as every one does. */
const backwardPairs =
  /\b(?:the|a|an|your|my|this|that|any|all) (?:of|in|to|for|from|with|on|at|and|about|without|is|are|give|show|tell|ignore|reveal|follow|forget)\b/gu;
const forwardPairs =
  /\b(?:of|in|to|for|from|with|on|at|and|about|without|is|are) (?:the|a|an|your|my|this|that|any|all)\b/gu;
const sentence = /[^.!?\n]{12,600}/gu;
/** Without one of these the search for swapped words need not begin. */
const cues = ["instruction", "rules", "guideline", "prompt", "directive", "message", "command", "previous", "above"];
const turned = /[ǝɐɹʇɥʎɯʞƃᴉɔɟʌʍɾ]/u;
const turnedLetter = /[ǝɐɹʇɥʎɯʞƃᴉɔɟʌʍɾ]/gu;
const turnedLine = /[^\n]{0,200}[ǝɐɹʇɥʎɯʞƃᴉɔɟʌʍɾ][^\n]{0,2000}/gu;

const known = new WeakMap<View, readonly Piece[]>();

/** Sentences read from their last word, and lines that stand on their head. A text without disguises is asked twice. */
export function reorderedPieces(view: View): readonly Piece[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const pieces = findReordered(view);
  known.set(view, pieces);
  return pieces;
}

function findReordered(view: View): Piece[] {
  const isSwapped = cues.some((cue) => view.lower.includes(cue));
  const sentences = isSwapped ? [...swappedSentences(view)] : [];
  const lines = view.lower.length > 0 && turned.test(view.lower) ? [...turnedLines(view.lower)] : [];
  return sentences.length === 0 ? lines : inOrder([...sentences, ...lines]);
}

function* swappedSentences(view: View): Generator<Piece> {
  for (const match of view.lower.matchAll(sentence)) {
    if (!swapped.test(match[0]) && !isBackward(match[0])) continue;
    const start = match.index;
    const end = start + match[0].length;
    yield { start, end, text: "", parts: tokensOf(view.text.slice(start, end), start).toReversed() };
  }
}

function isBackward(text: string): boolean {
  const backward = text.match(backwardPairs)?.length ?? 0;
  return backward > 1 && backward > 2 * (text.match(forwardPairs)?.length ?? 0);
}

function* turnedLines(text: string): Generator<Piece> {
  for (const match of text.matchAll(turnedLine)) {
    if ((match[0].match(turnedLetter)?.length ?? 0) < 3) continue;
    const start = match.index;
    const parts = tokensOf(match[0], start).map((part) => ({ ...part, text: upright(part.text), isWhole: true }));
    yield { start, end: start + match[0].length, text: "", parts: parts.toReversed() };
  }
}

function upright(token: string): string {
  let read = "";
  for (const letter of token) read = (turnedLetters.get(letter) ?? letter) + read;
  return read;
}

function tokensOf(text: string, offset: number): Piece[] {
  return [...text.matchAll(/\s+|\S+/gu)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    text: match[0],
  }));
}
