import { inOrder } from "../pieces.ts";
import { segment } from "../segment.ts";
import type { Piece } from "../view.ts";
import { isWord } from "../vocabulary.ts";
import { codeHint, look } from "./codebook.ts";
import type { Cipher } from "./codebook.ts";
import { backwards, mirror, shift, turnVisible } from "./letters.ts";

/** How far apart two words in cipher may stand and still belong together; units. */
const reach = 60;
/** What words in cipher must come to before they are taken for a text: one such word is an accident. */
const leastWords = 2;
const leastLetters = 9;
const leastSpelled = 4;
/** Words before the first and after the last known one that are read along: names and what the vocabulary lacks. */
const mostAround = 6;

const longestWord = 24;
const wordBefore = /(?<![\p{L}\p{N}])[a-z]{2,24}[^\p{L}\n]{1,3}$/iu;
/** Words of orders as ROT47 writes them; it leaves no word a word. */
const turned = /8\?@C6|C6G62=|AC6G:@FD|\?DECF4E:@\?|JDE6>|C@>AE|64C6E|@C86E|:DC682C5|2DDH@C5|F=6D|C:\?E|J@FC/gu;

interface Vote {
  readonly cipher: Cipher;
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Stretches of words in one cipher, as they read. */
export function decipheredPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const open = new Map<Cipher, Vote[]>();
  const settle = (cipher: Cipher, votes: readonly Vote[]): void => {
    const piece = readVotes(text, cipher, votes);
    if (piece !== undefined) pieces.push(piece);
  };
  for (const vote of votesIn(text)) {
    const votes = open.get(vote.cipher);
    const last = votes?.at(-1);
    if (votes === undefined || last === undefined) open.set(vote.cipher, [vote]);
    else if (vote.start - last.end <= reachOf(vote.cipher)) votes.push(vote);
    else {
      settle(vote.cipher, votes);
      open.set(vote.cipher, [vote]);
    }
  }
  for (const [cipher, votes] of open) settle(cipher, votes);
  return inOrder(pieces);
}

function votesIn(text: string): Iterable<Vote> {
  const visible = /[6@]/u.test(text) ? [...turnedVotes(text)] : [];
  return visible.length === 0
    ? codedVotes(text)
    : [...codedVotes(text), ...visible].toSorted((a, b) => a.start - b.start);
}

/** Marks of ROT47, each with the word it stands in. */
function* turnedVotes(text: string): Generator<Vote> {
  let at = 0;
  for (const match of text.matchAll(turned)) {
    let start = match.index;
    let end = start + match[0].length;
    while (start > at && match.index - start < 16 && /\S/u.test(text.charAt(start - 1))) start -= 1;
    while (end < text.length && end - start < 32 && /\S/u.test(text.charAt(end))) end += 1;
    if (start < at) continue;
    yield { cipher: "visible", start, end, word: text.slice(start, end) };
    at = end;
  }
}

function* codedVotes(text: string): Generator<Vote> {
  for (const [start, end] of wordsToLookUp(text)) {
    const coded = look(text.slice(start, end).toLowerCase());
    if (coded !== undefined) yield { ...coded, start, end };
  }
}

/** Words that may be in cipher; most are not, and need not be cut out of the text. */
function wordsToLookUp(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  const hint = codeHint();
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at) | 0x20;
    if (code >= 0x61 && code <= 0x7a) {
      if (start === -1) hint.open();
      if (start === -1) start = at;
      hint.put(code);
    } else if (start !== -1) {
      if (at - start > 2 && at - start <= longestWord && hint.mayBeKnown()) found.push([start, at]);
      start = -1;
    }
  }
  return found;
}

/** Code words for letters stand side by side. */
function reachOf(cipher: Cipher): number {
  return cipher === "spelled" ? 8 : reach;
}

function readVotes(text: string, cipher: Cipher, votes: readonly Vote[]): Piece | undefined {
  const first = votes[0];
  const last = votes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (cipher === "spelled") return votes.length < leastSpelled ? undefined : spelled(text, votes);
  const letters = votes.reduce((sum, vote) => sum + vote.word.length, 0);
  if (votes.length < leastWords || letters < leastLetters) return undefined;
  const start = startOf(text, first.start);
  const end = endOf(text, last.end);
  const stretch = text.slice(start, end);
  if (cipher === "visible")
    return { start: first.start, end: last.end, text: turnVisible(text.slice(first.start, last.end)) };
  if (cipher === "backwards") return { start, end, text: "", parts: bothWays(text, start, end) };
  if (cipher === "mirror") return { start, end, text: mirror(stretch) };
  if (cipher.startsWith("shift")) return { start, end, text: shift(stretch, -Number(cipher.slice(6))) };
  return { start, end, text: "", parts: wordByWord(text, start, end, votes, cipher) };
}

/** The words before a stretch that are no known English. */
function startOf(text: string, from: number): number {
  let start = from;
  for (let count = 0; count < mostAround; count++) {
    const word = wordBefore.exec(text.slice(Math.max(0, start - longestWord - 4), start))?.[0];
    if (word === undefined || isWord(word.replaceAll(/\P{L}/gu, "").toLowerCase())) return start;
    start -= word.length;
  }
  return start;
}

/** The words after a stretch that are no known English. */
function endOf(text: string, from: number): number {
  let end = from;
  const next = /[^\p{L}\n]{1,3}([a-z]{2,24})(?![\p{L}\p{N}])/iuy;
  for (let count = 0; count < mostAround; count++) {
    next.lastIndex = end;
    const word = next.exec(text)?.[1];
    if (word === undefined || isWord(word.toLowerCase())) return end;
    end = next.lastIndex;
  }
  return end;
}

/** Code words as letters; a wider gap, a line end or a sign parts the words, else the letters are parted. */
function spelled(text: string, votes: readonly Vote[]): Piece {
  let letters = "";
  let end = votes[0]?.start ?? 0;
  const start = end;
  for (const vote of votes) {
    const between = text.slice(end, vote.start);
    if (letters !== "" && /[\n/|;.]|\s{2}/u.test(between)) letters += " ";
    letters += vote.word;
    end = vote.end;
  }
  const read = letters.includes(" ") ? letters : segment(letters).join(" ");
  return { start, end, text: read, isWhole: true };
}

/** A text from its end, and then each word from its end: either may be meant. */
function bothWays(text: string, start: number, end: number): Piece[] {
  const words = [...text.slice(start, end).matchAll(/\S+|\s+/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: backwards(match[0]),
    isWhole: true,
  }));
  return [...words.toReversed(), { start, end, text: "\n\n", isWhole: true, effort: "none" }, ...words];
}

function wordByWord(text: string, start: number, end: number, votes: readonly Vote[], cipher: Cipher): Piece[] {
  const parts: Piece[] = [];
  const effort = cipher === "pig latin" ? "disguise" : "mild";
  let at = start;
  for (const vote of votes) {
    if (vote.start > at) parts.push({ start: at, end: vote.start, text: text.slice(at, vote.start), effort: "none" });
    parts.push({ start: vote.start, end: vote.end, text: vote.word, effort, isWhole: true });
    at = vote.end;
  }
  if (end > at) parts.push({ start: at, end, text: text.slice(at, end), effort: "none" });
  return parts;
}
