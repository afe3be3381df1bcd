import type { Span } from "./view.ts";

/** What characters a text is made of and where they stand in telling ways, told in one pass, so that most searches need not begin. */
export interface Signs {
  /** How often any of these ASCII characters occurs. */
  readonly count: (characters: string) => number;
  readonly digits: number;
  /** Units beyond ASCII. */
  readonly beyond: number;
  /** Small letters that a capital follows. */
  readonly turns: number;
  readonly longestDigits: number;
  /** Runs of eight and more letters, digits and the signs of base64. */
  readonly runs: readonly Run[];
  /** Where ASCII letters of which fourteen or more stand together begin and end. */
  readonly longWords: readonly Span[];
  /** Where words begin that a sign or two without white space joins to the next one. */
  readonly joints: readonly number[];
  /** The most letters and digits in a row that have neither beside them. */
  readonly aloneInRow: number;
  /** The most words of two or four letters or digits in a row. */
  readonly pairsInRow: number;
}

export interface Run extends Span {
  /** Of `runKinds`. */
  readonly kinds: number;
}
export const runKinds = { lower: 1, upper: 2, digit: 4, joint: 8 } as const;

const { lower, upper, digit, joint } = runKinds;
const letter = lower | upper;
/** Reads as a letter where letters are few. */
const lettered = 16;
/** What joins the parts of a word that was broken up. */
const joins = 32;
const shortestRun = 8;
const longWord = 14;

const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return lower;
  if (code >= 65 && code <= 90) return upper;
  if (code >= 48 && code <= 57) return digit;
  const joining = "-_.*|~^\\/+=:,'\"`&%#".includes(String.fromCharCode(code)) ? joins : 0;
  if ("+-/_".includes(String.fromCharCode(code))) return joint | joining;
  return code === 0x40 || code === 0x24 ? lettered : joining;
});

/** Punctuation, symbols and halves of pairs beyond ASCII part words; nearly everything else is a letter to these counts. */
function beyondKind(code: number): number {
  if (code === 0xb7 || (code >= 0x2010 && code <= 0x2013) || code === 0x2022) return joins;
  const isMark = code < 0xc0 || (code >= 0x2000 && code < 0x2800) || (code >= 0x3000 && code < 0x3040);
  return isMark || (code >= 0xd800 && code < 0xe000) ? 0 : lettered;
}

/** A row of like words, `gap` units apart at most. */
function createRow(gap: number, isLike: (length: number) => boolean) {
  let row = 0;
  let end = 0;
  let longest = 0;
  return {
    word(from: number, to: number): void {
      row = isLike(to - from) ? (row > 0 && from - end <= gap ? row : 0) + 1 : 0;
      end = to;
      if (row > longest) longest = row;
    },
    longest: () => longest,
  };
}

/** Tells where stretches of like characters begin and end. */
function createStretch(begins: (start: number) => void, ends: (start: number, end: number) => void) {
  let start = -1;
  return (isInside: boolean, at: number): void => {
    if (isInside && start === -1) {
      start = at;
      begins(at);
    } else if (!isInside && start !== -1) {
      ends(start, at);
      start = -1;
    }
  };
}

export function signsOf(text: string): Signs {
  const counts = new Uint32Array(128);
  const runs: Run[] = [];
  const longWords: Span[] = [];
  const alone = createRow(8, (length) => length === 1);
  const pairs = createRow(2, (length) => length === 2 || length === 4);
  const broken = createJoints(text);
  let beyond = 0;
  let turns = 0;
  let longestDigits = 0;
  let before = 0;
  let kindsOfRun = 0;
  const inRun = createStretch(
    () => (kindsOfRun = 0),
    (start, end) => {
      if (end - start >= shortestRun) runs.push({ start, end, kinds: kindsOfRun });
    },
  );
  const inWord = createStretch(ignore, (start, end) => {
    alone.word(start, end);
    pairs.word(start, end);
  });
  const inLetters = createStretch(
    (start) => broken.begin(start),
    (start, end) => {
      if (end - start >= longWord) longWords.push({ start, end });
      broken.end(end);
    },
  );
  const inDigits = createStretch(ignore, (start, end) => (longestDigits = Math.max(longestDigits, end - start)));
  const turnTo = (kind: number, at: number): void => {
    if ((before & lower) !== 0 && (kind & upper) !== 0) turns += 1;
    inRun((kind & (letter | digit | joint)) !== 0, at);
    kindsOfRun |= kind;
    inWord((kind & (letter | digit | lettered)) !== 0, at);
    inLetters((kind & letter) !== 0, at);
    inDigits((kind & digit) !== 0, at);
    before = kind;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let kind: number;
    if (code < 128) {
      kind = kinds[code] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    } else {
      beyond += 1;
      kind = beyondKind(code);
    }
    if (kind !== before) turnTo(kind, at);
  }
  turnTo(0, text.length);
  const count = (characters: string): number => {
    let sum = 0;
    for (let at = 0; at < characters.length; at++) sum += counts[characters.charCodeAt(at)] ?? 0;
    return sum;
  };
  return {
    count,
    digits: count("0123456789"),
    beyond,
    turns,
    longestDigits,
    runs,
    longWords,
    joints: broken.found,
    aloneInRow: alone.longest(),
    pairsInRow: pairs.longest(),
  };
}

function ignore(): void {
  // Where such a stretch begins tells nothing.
}

/** Words of which the next part follows after one or two signs that are no white space. */
function createJoints(text: string) {
  const found: number[] = [];
  let start = -1;
  let end = -1;
  return {
    found,
    begin(at: number): void {
      const gap = at - end;
      const isJoint = end !== -1 && gap <= 2 && isJoin(text, end) && (gap === 1 || isJoin(text, end + 1));
      if (!isJoint) start = at;
      else if (found.at(-1) !== start) found.push(start);
    },
    end(at: number): void {
      end = at;
    },
  };
}

function isJoin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return ((code < 128 ? (kinds[code] ?? 0) : beyondKind(code)) & joins) !== 0;
}
