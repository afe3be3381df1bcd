import type { Piece } from "../view.ts";

/** Tag characters mirror ASCII at U+E0000 and show nothing; text written in them is meant for a machine. */
const tagRun = /[\u{e0020}-\u{e007e}]{3,}/gu;
/** Variation selectors can carry bytes: U+FE00..FE0F are 0..15, U+E0100..E01EF are 16..255. One may stand on every letter. */
const selectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const selectorRun = /(?:[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{1,4000}[^\ufe00-\ufe0f\u{e0100}-\u{e01ef}]?){4,}/gu;
/** Two invisible characters as the digits of binary numbers. */
const binaryRun = /[\u200b\u200c\u200d\u2060\u2062\u2063\u2064\ufeff]{24,}/gu;

/** Text in characters that show nothing. */
export function* invisibleText(text: string): Generator<Piece> {
  if (/[\u{e0020}-\u{e007e}]{3}/u.test(text))
    for (const match of text.matchAll(tagRun)) yield* readRun(match.index, match[0], fromTag);
  if (/(?:[\ufe00-\ufe0f\u{e0100}-\u{e01ef}].?){4}/su.test(text))
    for (const match of text.matchAll(selectorRun)) yield* readSelectors(match.index, match[0]);
  if (/[\u200b\u200c\u200d\u2060\u2062-\u2064\ufeff]{24}/u.test(text))
    for (const match of text.matchAll(binaryRun)) yield* readBinary(match.index, match[0]);
}

function* readRun(start: number, run: string, read: (character: string) => string): Generator<Piece> {
  let at = start;
  const parts: Piece[] = [];
  for (const character of run) {
    parts.push({ start: at, end: at + character.length, text: read(character), isWhole: true });
    at += character.length;
  }
  yield { start, end: at, text: "", parts };
}

function fromTag(character: string): string {
  return String.fromCharCode((character.codePointAt(0) ?? 0xe0020) - 0xe0000);
}

function* readSelectors(start: number, run: string): Generator<Piece> {
  const bytes = (run.match(selectors) ?? []).map((selector) => {
    const point = selector.codePointAt(0) ?? 0;
    return point >= 0xe0100 ? point - 0xe0100 + 16 : point - 0xfe00;
  });
  const isLow = bytes.every((byte) => byte < 16);
  // Emoji carry selectors too, all of them the same.
  if (new Set(bytes).size < 2) return;
  const text = textOf(isLow ? halves(bytes) : bytes);
  if (/[a-z]{2}/iu.test(text)) yield { start, end: start + run.length, text, isWhole: true };
}

/** Sixteen selectors make hexadecimal digits. */
function halves(digits: readonly number[]): number[] {
  const bytes: number[] = [];
  for (let at = 0; at + 1 < digits.length; at += 2) bytes.push((digits[at] ?? 0) * 16 + (digits[at + 1] ?? 0));
  return bytes;
}

/** The character met first is read as 0, then as 1. */
function* readBinary(start: number, run: string): Generator<Piece> {
  const digits = Array.from(run);
  const kinds = new Set(digits);
  if (kinds.size !== 2) return;
  const [first] = digits;
  for (const zero of [0, 1]) {
    const bits = digits.map((digit) => ((digit === first) === (zero === 0) ? "0" : "1")).join("");
    const bytes = (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
    if (bytes.every((byte) => byte >= 9 && byte < 127)) {
      yield { start, end: start + run.length, text: textOf(bytes), isWhole: true };
      return;
    }
  }
}

function textOf(bytes: readonly number[]): string {
  return bytes.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : " ")).join("");
}
