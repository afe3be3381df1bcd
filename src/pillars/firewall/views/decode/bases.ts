import { isReadable, textOfBytes } from "./bytes.ts";
import { runKinds } from "../signs.ts";
import type { Run } from "../signs.ts";
import { encoding, encodingFromRun, encodingInRun } from "./encoding.ts";
import type { Encoding } from "./encoding.ts";

const base32Digits = "abcdefghijklmnopqrstuvwxyz234567";
const base58Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const base58 = /(?<![0-9A-Za-z])[1-9A-HJ-NP-Za-km-z]{16,}(?![0-9A-Za-z])/gu;
/** Reading base58 takes quadratic time, so longer runs and more than so many a text are left. */
const longestBase58 = 200;
const mostBase58 = 200;

/** Text as digits of a large base. Encoded lines may be wrapped, or broken into groups. */
export const bases: readonly Encoding[] = [
  encodingFromRun(
    (run) => isMixed(run) && run.end - run.start >= 12,
    (signs) => signs.count("\n") > 0,
    /[\w+/-]{12,}(?:[ \t]{0,8}\r?\n[ \t]{0,8}[\w+/-]{4,}){1,}={0,2}/uy,
    ([run]) => fromBase64(run.replaceAll(/\s/gu, "")),
  ),
  encodingFromRun(
    (run) => isMixed(run) && run.end - run.start >= 10,
    () => true,
    /[\w+/-]{10,}={0,2}/uy,
    ([run]) => fromBase64(run),
  ),
  encoding(
    (signs, text) => signs.turns > 1 && signs.count(" ") > 2 && hasGroups(text),
    /(?<![\w+/-])(?:[\w+/]{4}){1,4}(?: (?:[\w+/]{4}){1,4}){2,}(?: [\w+/]{2,3}|={0,2})(?![\w+/])/gu,
    ([run]) => fromGroups(run),
  ),
  encodingInRun(
    (run) => run.end - run.start >= 16,
    /(?<![0-9a-z])(?:[A-Z2-7]{16,}|[a-z2-7]{16,})={0,6}(?![0-9a-z])/gu,
    ([run]) => fromBase32(run),
  ),
  {
    isLikely: ({ runs }) => runs.some(isBase58),
    *read(text, { runs }) {
      let tries = 0;
      for (const run of runs) {
        if (!isBase58(run)) continue;
        const from = Math.max(0, run.start - 1);
        for (const match of text.slice(from, run.end + 1).matchAll(base58)) {
          if (match[0].length > longestBase58 || !/\d/u.test(match[0]) || ++tries > mostBase58) continue;
          const decoded = fromBase58(match[0]);
          const start = from + match.index;
          if (decoded !== undefined) yield { start, end: start + match[0].length, text: decoded };
        }
      }
    },
  },
  // UTF-7 (RFC 2152): base64 of UTF-16 between a plus and a minus.
  encoding(
    (signs) => signs.count("+") > 0 && signs.count("-") > 0,
    /\+([A-Za-z0-9/]{3,400})-/gu,
    ([, digits]) => fromUtf7(digits ?? ""),
  ),
];

/** A long word or path is made of the same alphabet; encoded text nearly always mixes case. */
function isMixed({ kinds }: Run): boolean {
  return (kinds & runKinds.lower) !== 0 && (kinds & runKinds.upper) !== 0;
}

function isBase58(run: Run): boolean {
  return run.end - run.start >= 16 && (run.kinds & runKinds.digit) !== 0;
}

function fromBase64(run: string): string | undefined {
  if (!/[a-z]/u.test(run) || !/[A-Z]/u.test(run)) return undefined;
  const digits = run
    .replace(/={1,2}$/u, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  // One digit too many is a sign that the end was cut off.
  const bytes = bytesOfBase64(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
  return bytes === undefined ? undefined : textOfBytes(bytes);
}

function bytesOfBase64(digits: string): Uint8Array | undefined {
  try {
    const binary = atob(digits);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}

const mostGroup = 16;
const leastGroups = 3;

/** Whether so many words of four, eight, twelve or sixteen digits stand in a row: few texts have any, and a pattern is slow to tell. */
function hasGroups(text: string): boolean {
  let row = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigitOfBase64(code)) continue;
    const length = at - start;
    row = length > 0 && length % 4 === 0 && length <= mostGroup ? row + 1 : 0;
    if (row >= leastGroups) return true;
    // A digit's end other than one space parts the row.
    if (code !== 0x20) row = 0;
    start = at + 1;
  }
  return false;
}

/** Letters, digits, `_`, `+` and `/`. */
function isDigitOfBase64(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x2f && code <= 0x39) || code === 0x5f || code === 0x2b;
}

/** Groups of four look like words, so many of them must mix case or have digits as no words do. */
function fromGroups(run: string): string | undefined {
  const groups = run.split(" ");
  const odd = groups.filter((group) => /[a-z][A-Z]|\d/u.test(group)).length;
  return odd * 3 >= groups.length ? fromBase64(groups.join("")) : undefined;
}

function fromBase32(run: string): string | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const digit of run.toLowerCase().replace(/=+$/u, "")) {
    value = ((value << 5) | base32Digits.indexOf(digit)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return textOfBytes(bytes);
}

function fromBase58(run: string): string | undefined {
  const bytes: number[] = [];
  for (const digit of run) {
    let carry = base58Digits.indexOf(digit);
    for (let at = 0; at < bytes.length; at++) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  return textOfBytes(bytes.toReversed());
}

function fromUtf7(digits: string): string | undefined {
  const bytes = bytesOfBase64(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)));
  if (bytes === undefined || bytes.length < 2) return undefined;
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return text.isWellFormed() && (isReadable(text) || text.length <= 2) ? text : undefined;
}
