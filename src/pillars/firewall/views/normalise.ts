import { latinLookalikes } from "./confusables.ts";
import { assembleView, identityView } from "./view.ts";
import type { Piece, View } from "./view.ts";

const printableAscii = /^[\t\n\r\x20-\x7e]*$/u;

/**
 * Characters that show nothing: soft hyphen, zero-width and joining controls, bidirectional controls, fillers,
 * variation selectors and tag characters.
 */
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]/u;
const asciiRun = /[\0-\x7e]+/u;
const mark = /^\p{M}$/u;
const latinLetter = /\p{Script=Latin}/u;
const word = /[\p{L}\p{M}]+/gu;

/** NFKC, without invisible characters, with look-alike letters inside Latin words read as Latin. */
export function normalise(text: string): View {
  const original = identityView(text);
  if (printableAscii.test(text)) return original;
  const composed = assembleView(original, "plain", [...clusters(text)]);
  return foldMixedWords(composed);
}

/** One piece per run of ASCII, and one per other character with the marks that follow it. */
function* clusters(text: string): Generator<Piece> {
  let at = 0;
  while (at < text.length) {
    const start = at;
    at = endOfPlain(text, at);
    if (at > start) yield { start, end: at, text: text.slice(start, at) };
    if (at >= text.length) return;
    const first = at;
    at += codePointLength(text, at);
    while (at < text.length && text.charCodeAt(at) > 0x2ff && mark.test(codePointAt(text, at)))
      at += codePointLength(text, at);
    yield { start: first, end: at, text: settle(text.slice(first, at)) };
  }
}

/** Where a run of ASCII ends; its last character is left out when a combining mark follows it. */
function endOfPlain(text: string, start: number): number {
  const run = new RegExp(asciiRun, "uy");
  run.lastIndex = start;
  const end = start + (run.exec(text)?.[0].length ?? 0);
  const isMarked =
    end > start && end < text.length && text.charCodeAt(end) > 0x2ff && mark.test(codePointAt(text, end));
  return isMarked ? end - 1 : end;
}

/** The visible reading of one cluster. Stacked marks on a Latin letter that compose to nothing known are ornament. */
function settle(cluster: string): string {
  const composed = cluster.normalize("NFKC");
  let shown = "";
  let isLatin = false;
  for (const character of composed) {
    if (invisible.test(character)) continue;
    if (isLatin && mark.test(character)) continue;
    isLatin = latinLetter.test(character);
    shown += character;
  }
  return shown;
}

/** "pаypаl" with Cyrillic letters reads as Latin; a word wholly of another alphabet is left as it is. */
function foldMixedWords(view: View): View {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of view.text.matchAll(word)) {
    const folded = foldWord(match[0]);
    if (folded === match[0]) continue;
    pieces.push({ start: at, end: match.index, text: view.text.slice(at, match.index) });
    at = match.index + match[0].length;
    pieces.push({ start: match.index, end: at, text: folded });
  }
  if (pieces.length === 0) return view;
  pieces.push({ start: at, end: view.text.length, text: view.text.slice(at) });
  return assembleView(view, "plain", pieces);
}

function foldWord(text: string): string {
  if (!/[a-z]/iu.test(text) && !isWhollyLookalike(text)) return text;
  let folded = "";
  for (const character of text) folded += latinLookalikes.get(character) ?? character;
  return folded;
}

/** A word of four or more look-alikes that mixes alphabets ("іgnоrе" in full disguise); real words of one alphabet stay. */
function isWhollyLookalike(text: string): boolean {
  if (text.length < 4 || ![...text].every((character) => latinLookalikes.has(character))) return false;
  return !/^(?:\p{Script=Cyrillic}+|\p{Script=Greek}+)$/u.test(text);
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function codePointAt(text: string, at: number): string {
  return text.slice(at, at + codePointLength(text, at));
}
