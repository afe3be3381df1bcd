import { shift } from "../views/cipher/letters.ts";

/** One spelling of a value that must not leave, as letters and digits only, in lower case. */
export interface Needle {
  readonly squashed: string;
  readonly isEncoded: boolean;
}

/** A text reduced to letters and digits, with the offset of each in the text. */
export interface Squashed {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** Shorter spellings would be found by chance. */
const shortest = 6;

/** Drops everything but letters and digits, so that spacing, punctuation and markup cannot break a value up. */
export function squash(text: string): Squashed {
  const offsets = new Uint32Array(text.length);
  let squashed = "";
  for (const match of text
    .replaceAll("İ", "I")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]/gu)) {
    for (let unit = 0; unit < match[0].length; unit++) offsets[squashed.length + unit] = match.index + unit;
    squashed += match[0];
  }
  return { text: squashed, offsets };
}

/** The value as it is, reversed, rotated, in hex, in decimal codes and in base64 at each of the three alignments. */
export function needlesOf(value: string): Needle[] {
  const bytes = new TextEncoder().encode(value);
  const spellings = [
    { text: value, isEncoded: false },
    { text: [...value].toReversed().join(""), isEncoded: true },
    { text: shift(value, 13), isEncoded: true },
    { text: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""), isEncoded: true },
    { text: Array.from(bytes, (byte) => String(byte)).join(""), isEncoded: true },
    ...[0, 1, 2].map((unknown) => ({ text: alignedBase64(bytes, unknown), isEncoded: true })),
  ];
  const needles = spellings.map(({ text, isEncoded }) => ({ squashed: squash(text).text, isEncoded }));
  return needles.filter(({ squashed }) => squashed.length >= shortest);
}

/** Base64 of the bytes after some unknown ones, without the characters that depend on the neighbours. */
function alignedBase64(bytes: Uint8Array, unknown: number): string {
  const padded = "\0".repeat(unknown) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const encoded = btoa(padded).replace(/=+$/u, "");
  const bits = padded.length * 8;
  return encoded.slice(Math.ceil((unknown * 8) / 6), Math.floor(bits / 6));
}

/** The length of the longest end of `text` with which a needle begins: what may still become a leak. */
export function openTail(text: string, needles: readonly Needle[]): number {
  return needles.reduce((open, { squashed }) => Math.max(open, endThatBegins(text, squashed)), 0);
}

/** Knuth, Morris and Pratt's automaton over the last stretch of the text; its state at the end is the answer. */
function endThatBegins(text: string, needle: string): number {
  const fallback = fallbacksOf(needle);
  let state = 0;
  for (let at = Math.max(0, text.length - needle.length + 1); at < text.length; at++) {
    while (state > 0 && needle[state] !== text[at]) state = fallback[state - 1] ?? 0;
    if (needle[state] === text[at]) state += 1;
  }
  return state;
}

/** For each beginning of the needle, the length of its longest proper end that is also a beginning. */
function fallbacksOf(needle: string): Uint32Array {
  const fallback = new Uint32Array(needle.length);
  let length = 0;
  for (let at = 1; at < needle.length; at++) {
    while (length > 0 && needle[at] !== needle[length]) length = fallback[length - 1] ?? 0;
    if (needle[at] === needle[length]) length += 1;
    fallback[at] = length;
  }
  return fallback;
}
