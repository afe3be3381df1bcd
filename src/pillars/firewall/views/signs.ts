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
  let runStart = -1;
  let runKindsSeen = 0;
  let wordStart = -1;
  let letterStart = -1;
  let digitStart = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 0x20 : text.charCodeAt(at);
    let kind: number;
    if (code < 128) {
      kind = kinds[code] ?? 0;
      if (at < text.length) counts[code] = (counts[code] ?? 0) + 1;
    } else {
      beyond += 1;
      kind = beyondKind(code);
    }
    if (kind === before) continue;
    if ((before & lower) !== 0 && (kind & upper) !== 0) turns += 1;
    if ((kind & (letter | digit | joint)) !== 0) {
      if (runStart === -1) {
        runStart = at;
        runKindsSeen = 0;
      }
      runKindsSeen |= kind;
    } else if (runStart !== -1) {
      if (at - runStart >= shortestRun) runs.push({ start: runStart, end: at, kinds: runKindsSeen });
      runStart = -1;
    }
    if ((kind & (letter | digit | lettered)) !== 0) {
      if (wordStart === -1) wordStart = at;
    } else if (wordStart !== -1) {
      alone.word(wordStart, at);
      pairs.word(wordStart, at);
      wordStart = -1;
    }
    if ((kind & letter) !== 0) {
      if (letterStart === -1) {
        letterStart = at;
        broken.begin(at);
      }
    } else if (letterStart !== -1) {
      if (at - letterStart >= longWord) longWords.push({ start: letterStart, end: at });
      broken.end(at);
      letterStart = -1;
    }
    if ((kind & digit) !== 0) digitStart = at;
    else if (digitStart !== -1) {
      longestDigits = Math.max(longestDigits, at - digitStart);
      digitStart = -1;
    }
    before = kind;
  }
  let digits = 0;
  for (let code = 48; code <= 57; code++) digits += counts[code] ?? 0;
  return {
    count: (characters) => {
      let sum = 0;
      for (let at = 0; at < characters.length; at++) sum += counts[characters.charCodeAt(at)] ?? 0;
      return sum;
    },
    digits,
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
