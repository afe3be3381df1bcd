import { isReadable, textOfBytes } from "./bytes.ts";
import { runKinds } from "../signs.ts";
import { encoding, encodingInRun } from "./encoding.ts";
import type { Encoding } from "./encoding.ts";
import { pairsOf } from "./escapes.ts";

const decimals = /(?<![\d.,])\d{2,3}(?:[\s,;|-]{1,3}\d{2,3}){4,}(?![\d.]\d)/gu;
const calls =
  /(?:\b(?:chr|char|fromcharcode|fromcodepoint)\s?\(\s?(?:0x[0-9a-f]{2}|\d{2,3})\s?\)[\s+.&|,]{0,4}){3,}/giu;

const leastPairs = 4;

/** Text as numbers of characters: hexadecimal, decimal, octal or binary, run together or apart. */
export const numbers: readonly Encoding[] = [
  encodingInRun(
    (run) => (run.kinds & runKinds.digit) !== 0,
    /(?<![0-9a-z])(?:0x)?(?:[0-9a-f]{2}){4,}(?![0-9a-z])/giu,
    ([run]) => textOfBytes(pairsOf(run.replace(/^0x/iu, ""))),
  ),
  encoding(
    (signs, text) => signs.digits >= 3 && signs.pairsInRow >= leastPairs && hasPairs(text),
    /(?<![0-9a-z])(?:0x)?[0-9a-f]{2}(?:[\s:,;|-]{1,2}(?:0x)?[0-9a-f]{2}){3,}(?![0-9a-z])/giu,
    ([run]) => textOfBytes(pairsOf(run.replaceAll(/0x|[^0-9a-f]/giu, ""))),
  ),
  encoding(
    (signs) => signs.digits >= 10,
    decimals,
    ([run]) => fromNumbers(run),
  ),
  encoding(
    (signs) => signs.digits >= 6 && signs.count("(") > 2,
    calls,
    ([run]) => fromCalls(run),
  ),
  encoding(
    (signs) => signs.longestDigits >= 7,
    /(?<!\d)[01]{7,8}(?:[\s,]{0,2}[01]{7,8}){2,}(?!\d)/gu,
    ([run]) => fromBits(run),
  ),
];

/** Whether so many bytes in hexadecimal stand one or two units apart, which takes less time to tell than a pattern. */
function hasPairs(text: string): boolean {
  let row = 0;
  let start = 0;
  let end = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    const lower = code | 0x20;
    if ((lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39)) continue;
    if (at > start) {
      row = isPair(text, start, at) ? (start - end <= 2 ? row : 0) + 1 : 0;
      if (row >= leastPairs) return true;
      end = at;
    }
    start = at + 1;
  }
  return false;
}

function isPair(text: string, start: number, end: number): boolean {
  const isPrefixed = end - start === 4 && text.charAt(start) === "0" && (text.charCodeAt(start + 1) | 0x20) === 0x78;
  if (end - start !== 2 && !isPrefixed) return false;
  return isHexDigit(text.charCodeAt(end - 2)) && isHexDigit(text.charCodeAt(end - 1));
}

function isHexDigit(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

/** A row of decimal or octal numbers; tables are full of such rows, so what they say must be words in small letters. */
function fromNumbers(run: string): string | undefined {
  const found = run.match(/\d+/gu) ?? [];
  const decimal = textOfBytes(found.map((number) => Number.parseInt(number, 10)).map(asByte));
  if (decimal !== undefined && isSmall(decimal)) return decimal;
  const octal = found.every((number) => /^[0-7]+$/u.test(number))
    ? textOfBytes(found.map((number) => Number.parseInt(number, 8)))
    : undefined;
  return octal !== undefined && isSmall(octal) ? octal : undefined;
}

/** Numbers beyond a byte become one that no text has. */
function asByte(number: number): number {
  return number > 255 ? 0 : number;
}

function isSmall(text: string): boolean {
  return (text.match(/[a-z\s]/gu)?.length ?? 0) >= text.length * 0.7 || /\b[A-Z]{4,} [A-Z]{2,}\b/u.test(text);
}

function fromCalls(run: string): string | undefined {
  return textOfBytes((run.match(/0x[0-9a-f]{2}|\d{2,3}/giu) ?? []).map((number) => asByte(Number(number))));
}

function fromBits(run: string): string | undefined {
  const bits = run.replaceAll(/[\s,]/gu, "");
  for (const width of [8, 7]) {
    if (bits.length % width !== 0) continue;
    const bytes: number[] = [];
    for (let at = 0; at < bits.length; at += width) bytes.push(Number.parseInt(bits.slice(at, at + width), 2));
    const text = textOfBytes(bytes);
    if (text !== undefined && isReadable(text)) return text;
  }
  return undefined;
}
