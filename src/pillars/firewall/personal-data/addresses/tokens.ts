import { role, rolesOf } from "./lexicon.ts";

export interface Token {
  readonly kind: "word" | "number" | "comma" | "newline" | "mark";
  readonly start: number;
  readonly end: number;
  /** A word in lower case without its dot, the digits of a number, else the character. */
  readonly text: string;
  /** Of `role`, for words. */
  readonly roles: number;
  /** Whether a word begins with a capital, or is of a script that has none. */
  readonly isCapital: boolean;
}

const longestWord = 40;
/** A house number, postcode or ordinal with what hangs on it: 12, 12a, 12-14, 12/3, 53-320, 5th. */
const numberPattern = /\d{1,8}(?:[-/–]\d{1,5}){0,2}(?:(?:st|nd|rd|th)\b|[a-zA-Zºª](?![\p{L}\p{N}]))?/uy;
const markBeforeLine = /[>?|*•]/u;

/** Reads a stretch of text as tokens; white space and marks of quotation at the start of a line are left out. */
export function readTokens(text: string, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = from;
  let isLineStart = true;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 13) {
      at += 1;
      continue;
    }
    if (isLineStart && markBeforeLine.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = code === 10 ? mark("newline", text, at) : readToken(text, at, code);
    isLineStart = token.kind === "newline";
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, at: number, code: number): Token {
  if (code === 44 || code === 0x3001 || code === 0xff0c) return mark("comma", text, at);
  if (code > 47 && code < 58) return readNumber(text, at);
  if (isLetter(code)) return readWord(text, at);
  return mark("mark", text, at);
}

function mark(kind: Token["kind"], text: string, at: number): Token {
  return { kind, start: at, end: at + 1, text: text.charAt(at), roles: 0, isCapital: false };
}

function readNumber(text: string, at: number): Token {
  numberPattern.lastIndex = at;
  const found = numberPattern.exec(text)?.[0] ?? text.charAt(at);
  const isOrdinal = /(?:st|nd|rd|th)$/u.test(found);
  return {
    kind: isOrdinal ? "word" : "number",
    start: at,
    end: at + found.length,
    text: found,
    roles: 0,
    isCapital: isOrdinal,
  };
}

function readWord(text: string, at: number): Token {
  const end = endOfWord(text, at);
  const lower = end - at > longestWord ? "" : text.slice(at, end).toLowerCase();
  const roles = rolesOf(lower);
  const hasDot = text.charCodeAt(end) === 46 && (roles & role.abbreviation) !== 0;
  const first = text.charCodeAt(at);
  return {
    kind: "word",
    start: at,
    end: hasDot ? end + 1 : end,
    text: lower,
    roles,
    isCapital: first < 128 ? first < 91 : first < 0x3040 && isForeignCapital(text.charAt(at)),
  };
}

/** Letters with apostrophes and single hyphens between them. */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) continue;
    const joins = code === 39 || code === 0x2019 || code === 45;
    if (!joins || !isLetter(text.charCodeAt(end + 1))) break;
  }
  return end;
}

/** Scripts without capitals count as capitals; Kana, Han and Hangul, above these, have patterns of their own. */
function isForeignCapital(first: string): boolean {
  return first === first.toUpperCase();
}

/** ASCII letters, and roughly the letters of other scripts: no punctuation, no symbols, no halves of pairs. */
function isLetter(code: number): boolean {
  if (code < 128) return (code > 64 && code < 91) || (code > 96 && code < 123);
  if (code < 0xc0) return code === 0xaa || code === 0xba || code === 0xb0;
  if (code >= 0x2000 && code < 0x2c00) return false;
  if (code >= 0x3000 && code < 0x3041) return false;
  return code !== 0xd7 && code !== 0xf7 && !(code >= 0xd800 && code < 0xf900) && code < 0xfe00;
}
