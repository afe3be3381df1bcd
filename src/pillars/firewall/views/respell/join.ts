import { inOrder } from "../pieces.ts";
import { coverage, segment } from "../segment.ts";
import type { Signs } from "../signs.ts";
import type { Piece } from "../view.ts";
import { isTrigger, isWord } from "../vocabulary.ts";

/** Single letters set apart, whatever stands between them: "i g n o r e", "i.g.n.o.r.e", a letter a line. */
const apart = /(?<![\p{L}\p{N}])[\p{L}\p{N}@$](?:[^\p{L}\p{N}@$]{1,4}[\p{L}\p{N}@$](?![\p{L}\p{N}])){2,}/gu;
const separators = /[^\p{L}\p{N}@$]+/gu;
/** A word broken by a sign ("ig-nore"), or words held together by one ("ignore_all_rules"). */
const broken = /[a-z]{1,16}(?:[-_.*·|~^\\/+=:,'"`‐‑–•&%#]{1,2}[a-z]{1,16}){1,24}(?![\p{L}\p{N}])/iuy;
const wordSign = /[\p{L}\p{N}]/u;
const longestRunTogether = 400;
/** The share of run-together letters that known words must cover: of a phrase less than of two words. */
const leastCoverage = (letters: number): number => (letters < 24 ? 0.85 : 0.7);
/** Letters a text may have run together before the words in them are no longer told apart. */
const mostLetters = 200_000;

/** Words that were broken up or run together, as words. */
export function joinedPieces(text: string, signs: Signs): Piece[] {
  const spaced = signs.aloneInRow > 2 ? [...spacedWords(text)] : [];
  const others = [...brokenWords(text, signs), ...runTogetherWords(text, signs)];
  if (others.length === 0) return spaced;
  return inOrder([...spaced, ...others]);
}

function* spacedWords(text: string): Generator<Piece> {
  let letters = 0;
  for (const match of text.matchAll(apart)) {
    const run = match[0];
    const count = run.match(/\p{L}/gu)?.length ?? 0;
    if (count < 3 || count * 2 < run.replaceAll(separators, "").length) continue;
    const gaps = run.match(separators) ?? [];
    const usual = mostCommon(gaps);
    // Two letters with a space between them are initials or a list as often as not.
    if (count < 4 && /\s/u.test(usual)) continue;
    letters += count;
    const words = run
      .replaceAll(separators, (gap) => (isWordGap(gap, usual) ? "\n" : ""))
      .split("\n")
      .map((word) => (letters < mostLetters ? partedWord(word) : word));
    yield { start: match.index, end: match.index + run.length, text: words.join(" ") };
  }
}

function mostCommon(gaps: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0] as const)[0];
}

/** Words part where the letters stand farther apart than usual, or where white space stands between them for once. */
function isWordGap(gap: string, usual: string): boolean {
  if (gap === usual) return false;
  return gap.length > usual.length || (/\s/u.test(gap) && !/\s/u.test(usual));
}

function partedWord(word: string): string {
  const letters = word.toLowerCase();
  if (letters.length < 8 || isWord(letters) || !/^[a-z]+$/u.test(letters)) return word;
  return segment(letters).join(" ");
}

/** "It's" is no broken word. */
const contraction = /^[a-z]+'[a-z]{1,2}$/u;
/** From so many words on that are known once joined, words that nobody knows are taken for broken, too. */
const leastBroken = 3;

function* brokenWords(text: string, signs: Signs): Generator<Piece> {
  const found = [...brokenTokens(text, signs)].map((token) => {
    const parts = token.text.match(/[a-z]+/gu) ?? [];
    const letters = parts.join("");
    const isSplit = !contraction.test(token.text) && isWord(letters) && !parts.every(isWord);
    return { ...token, parts, letters, isSplit };
  });
  const areBroken = found.filter(({ isSplit }) => isSplit).length >= leastBroken;
  for (const { start, end, parts, letters, isSplit } of found) {
    const isPhrase = parts.length > 2 ? parts.some(isTrigger) : parts.every(isTrigger);
    const isUnknown = !isPhrase && !parts.every(isWord) && parts.every((part) => part.length > 1);
    const isJoined = isTrigger(letters) || isSplit || (areBroken && isUnknown);
    const read = isJoined ? letters : isPhrase ? parts.join(" ") : phrase(letters, parts);
    if (read === undefined) continue;
    const isMild = isPhrase || (isSplit && !areBroken && !isTrigger(letters));
    yield { start, end, text: read, effort: isMild ? "mild" : "disguise" };
  }
}

function* brokenTokens(text: string, { joints }: Signs): Generator<Piece> {
  let after = 0;
  for (const at of joints) {
    if (at < after || isWordSign(text, at - 1)) continue;
    broken.lastIndex = at;
    const match = broken.exec(text);
    if (match === null) continue;
    after = broken.lastIndex;
    yield { start: at, end: after, text: match[0].toLowerCase() };
  }
}

/** "ig-nore-all-pre-vi-ous": what the letters say, where their parts are no words. */
function phrase(letters: string, parts: readonly string[]): string | undefined {
  if (parts.length < 3 || letters.length < 10 || parts.every(isWord)) return undefined;
  return readable(letters);
}

function* runTogetherWords(text: string, { longWords }: Signs): Generator<Piece> {
  for (const { start, end } of longWords) {
    if (end - start > longestRunTogether || isWordSign(text, start - 1) || isWordSign(text, end)) continue;
    const read = readable(text.slice(start, end).toLowerCase());
    if (read !== undefined) yield { start, end, text: read, effort: "mild" };
  }
}

/** Whether a letter or digit stands there; of a pair the half beside the word tells nothing and counts as one. */
function isWordSign(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== "" && (wordSign.test(character) || /[\ud800-\udfff]/u.test(character));
}

/** Run-together letters as words, if they are nearly all known and one of them belongs to orders. */
function readable(letters: string): string | undefined {
  const parts = segment(letters);
  const isRead = parts.length > 2 && parts.some(isTrigger) && coverage(parts, isWord) >= leastCoverage(letters.length);
  return isRead ? parts.join(" ") : undefined;
}
