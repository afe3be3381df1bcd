import { assembleView } from "./view.ts";
import type { Piece, View, ViewKind } from "./view.ts";

/** Single letters set apart: "i g n o r e", "i.g.n.o.r.e", "i-g-n-o-r-e". Wider gaps part the words. */
const apart = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*|·]\p{L}(?![\p{L}\p{N}])|[ ]{2,4}\p{L}(?![\p{L}\p{N}])){3,}/gu;
const leetWord =
  /(?<![\p{L}\p{N}@$!|+])[a-z@$!|0-9+]{0,30}(?:[a-z][013457@$!|+]|[013457@$!|+][a-z])[a-z@$!|0-9+]{0,30}/giu;
const leetLetters: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
  "+": "t",
};
/** Tags and the marks of emphasis that break a word in two for a machine, not for a reader. */
const markup =
  /<\/?[a-z][^<>]{0,300}>|(?<=[\p{L}\p{N}])(?:\*{1,3}|_{2,3}|~~|`)(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~|`)(?=\p{L})|(?<=[\p{L}.!:])(?:\*{1,3}|_{1,3}|~~|`)(?![\p{L}\p{N}])/giu;

/** ROT13 of words without which an order to a model can hardly be put. */
const rotatedWords = /\b(?:vtaber|qvfertneq|sbetrg|olcnff|erirny|vafgehpgvbaf?|cerivbhf|flfgrz|cebzcg|cnffjbeq)\b/giu;
const reversedWords = /(?:erongi|dragersid|tegrof|ssapyb|laever|snoitcurtsni|suoiverp|metsys|tpmorp|drowssap)/giu;

/** Other readings of a text, made only where the text shows signs of the disguise. */
export function respelledViews(view: View): View[] {
  const views: View[] = [];
  const text = view.text;
  const unmarked = replaceAll(view, "unmarked", markup, () => "");
  if (unmarked !== undefined) views.push(unmarked);
  const joined = replaceAll(view, "joined", apart, (run) =>
    run.replace(/(?<=\S)[ .\-_*|·](?=\S)/gu, "").replace(/ {2,}/gu, " "),
  );
  if (joined !== undefined) views.push(joined);
  const leet = replaceAll(view, "leet", leetWord, readLeet);
  if (leet !== undefined) views.push(leet);
  if (countMatches(text, rotatedWords) >= 2)
    views.push(assembleView(view, "rot13", [{ start: 0, end: text.length, text: rotate(text) }]));
  if (countMatches(text, reversedWords) >= 2) views.push(reversed(view));
  return views;
}

function replaceAll(view: View, kind: ViewKind, pattern: RegExp, replace: (found: string) => string): View | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of view.text.matchAll(pattern)) {
    const replaced = replace(match[0]);
    if (replaced === match[0]) continue;
    pieces.push({ start: at, end: match.index, text: view.text.slice(at, match.index) });
    at = match.index + match[0].length;
    pieces.push({ start: match.index, end: at, text: replaced });
  }
  if (pieces.length === 0) return undefined;
  pieces.push({ start: at, end: view.text.length, text: view.text.slice(at) });
  return assembleView(view, kind, pieces);
}

/** Digits read as letters only in words that have letters; a closing exclamation mark stays one. */
function readLeet(text: string): string {
  if (!/[a-z]/iu.test(text) || !/[013457@$!|+]/u.test(text.replace(/[!+|]+$/u, ""))) return text;
  const body = text.replace(/[!+|]+$/u, "");
  return [...body].map((character) => leetLetters[character] ?? character).join("") + text.slice(body.length);
}

/** Latin letters turned by 13 places. */
export function rotate(text: string): string {
  return text.replace(/[a-z]/giu, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

/** Units in the opposite order, mapped one by one. */
function reversed(view: View): View {
  const length = view.text.length;
  return {
    kind: "reversed",
    hidden: view.hidden,
    text: view.text.split("").toReversed().join(""),
    toOriginal: (start, end) => view.toOriginal(length - end, length - start),
  };
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
