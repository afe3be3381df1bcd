import type { Signs } from "../signs.ts";
import type { Piece } from "../view.ts";
import { isWord } from "../vocabulary.ts";

/** Letters drawn from several signs, longest first, then single signs. */
const drawn: readonly (readonly [signs: string, letter: string])[] = [
  ["|\\/|", "m"],
  ["/\\/\\", "m"],
  ["\\/\\/", "w"],
  ["|/\\|", "w"],
  ["|\\|", "n"],
  ["/\\/", "n"],
  ["|_|", "u"],
  ["(_)", "u"],
  ["|-|", "h"],
  ["]-[", "h"],
  [")-(", "h"],
  ["|=", "f"],
  ["|)", "d"],
  ["|>", "p"],
  ["|*", "p"],
  ["|2", "r"],
  ["|<", "k"],
  ["|{", "k"],
  ["|_", "l"],
  ["\\/", "v"],
  ["/\\", "a"],
  ["/-\\", "a"],
  ["()", "o"],
  ["[]", "o"],
  ["><", "x"],
  ["vv", "w"],
];
const signs: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
  "+": "t",
  "(": "c",
  "<": "c",
  "{": "c",
  "[": "c",
  "€": "e",
  "£": "l",
  "¥": "y",
  "©": "c",
  "®": "r",
  "§": "s",
  "^": "a",
  "#": "h",
  "&": "a",
  "¡": "i",
};
/** Signs that stand for one letter as well as for another. */
const doubtful: Readonly<Record<string, readonly string[]>> = {
  "1": ["i", "l"],
  "!": ["i", "l"],
  "|": ["l", "i"],
  "9": ["g", "q"],
  "6": ["g", "b"],
  "2": ["z", "r"],
};
const mostDoubts = 4;

const sign = /[0-9@$!|+€£¥©®§^#&¡]|\\\/|\/\\|\(\)|\[\]|></gu;
const longest = 64;
/** Longer words are not tried in every spelling. */
const longestTried = 24;
/** Signs at the end of a word are the sentence's, as are brackets before it. */
const ending = /[!+|)>\]}&#]+$/u;
const beginning = /^[([{<]+/u;
/** Signs inside a word as no code, measure or address has them. */
const swapped = /^(?=.{4})(?:[a-z]*[013457@$!]{1,3}(?=[a-z])){1,24}[a-z]+[013457]{0,2}$|^[a-z]{2,}[0134@$]{1,2}$/iu;

const drawnBySign = new Map<string, (readonly [string, string])[]>();
for (const entry of drawn) {
  const first = entry[0].charAt(0);
  drawnBySign.set(first, [...(drawnBySign.get(first) ?? []), entry]);
}

/** Words in which digits and signs stand for letters. */
export function leetPieces(text: string, signsOfText: Signs): Piece[] {
  if (signsOfText.digits + signsOfText.count("@$!|+([>^#&\\/") + signsOfText.beyond === 0) return [];
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    sign.lastIndex = at;
    const found = sign.exec(text);
    if (found === null) return pieces;
    const { start, end } = tokenAt(text, found.index, at);
    const piece = readToken(text, start, end);
    if (piece !== undefined) pieces.push(piece);
    at = end;
  }
}

/** The word around a sign: up to white space or the marks of a sentence. */
function tokenAt(text: string, at: number, least: number): { start: number; end: number } {
  let start = at;
  let end = at + 1;
  while (start > least && at - start < longest && isInside(text, start - 1)) start -= 1;
  while (end < text.length && end - start < longest && isInside(text, end)) end += 1;
  return { start, end };
}

function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= 0x20 || code === 0xa0) return false;
  // Hyphens and underscores join words, unless they are part of a letter that is drawn.
  if (code === 0x2d || code === 0x5f) return !(isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at + 1)));
  return !".,;:?\"'“”‘’".includes(text.charAt(at));
}

function isPlain(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function readToken(text: string, from: number, to: number): Piece | undefined {
  const token = text.slice(from, to);
  if (!/[a-z]|[|/\\]{2}/iu.test(token)) return undefined;
  const start = from + (beginning.exec(token)?.[0].length ?? 0);
  const found = text.slice(start, to).replace(ending, "");
  const isAddress = found.includes("@") && /^\.\w/u.test(text.slice(start + found.length, start + found.length + 2));
  const read = isAddress || found.length < 2 ? undefined : readLeet(found);
  return read === undefined ? undefined : { start, end: start + found.length, text: read };
}

/** Undefined where the signs are none of leetspeak. */
function readLeet(found: string): string | undefined {
  const spelled = spell(found.toLowerCase());
  const word = spelled.find(isWord);
  if (word !== undefined) return word === found.toLowerCase() ? undefined : word;
  const letters = found.length <= longest && swapped.test(found) ? (found.match(/[a-z]/giu)?.length ?? 0) : 0;
  return letters * 2 > found.length ? spelled[0] : undefined;
}

/** Every spelling that doubtful signs allow, the likeliest first. */
function spell(found: string): string[] {
  let spellings = [""];
  let doubts = found.length > longestTried ? 0 : mostDoubts;
  for (let at = 0; at < found.length;) {
    const one = found.charAt(at);
    const shape = drawnBySign.get(one)?.find(([signsOfIt]) => found.startsWith(signsOfIt, at));
    at += shape?.[0].length ?? 1;
    const letters = shape === undefined && doubts > 0 ? doubtful[one] : undefined;
    if (letters !== undefined) {
      doubts -= 1;
      spellings = letters.flatMap((letter) => spellings.map((spelling) => spelling + letter));
      continue;
    }
    const letter = shape?.[1] ?? signs[one] ?? one;
    for (let index = 0; index < spellings.length; index++) spellings[index] += letter;
  }
  return spellings;
}
