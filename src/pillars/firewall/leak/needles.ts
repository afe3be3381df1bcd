import { mirror, shift } from "../views/cipher/letters.ts";
import { squash, squashLeet } from "./squash.ts";

/** One spelling of a value that must not leave, as letters and digits only, in lower case. */
export interface Needle {
  readonly squashed: string;
  readonly isEncoded: boolean;
}

/** Shorter spellings would be found by chance. */
export const shortestNeedle = 6;
/** A shift of the alphabet must leave so many letters in a row to be told from chance. */
const shortestShifted = 8;

/**
 * The value as it is, reversed, with a shifted or mirrored alphabet, and in hex, decimal, binary, base32 and base64 at each
 * alignment. Percent signs and separators fall away when a text is squashed, so they need no spelling of their own.
 */
export function needlesOf(value: string): Needle[] {
  const own = squash(value).text;
  const bytes = new TextEncoder().encode(value);
  const numbers = (base: number, width: number) =>
    Array.from(bytes, (byte) => byte.toString(base).padStart(width, "0")).join("");
  const isLong = own.replace(/[^a-z]/gu, "").length >= shortestShifted;
  const disguised = [
    [...own].toReversed().join(""),
    ...(isLong ? Array.from({ length: 25 }, (_, by) => shift(own, by + 1)) : [shift(own, 13)]),
    ...(isLong ? [mirror(own)] : []),
    numbers(16, 2),
    numbers(10, 1),
    numbers(10, 3),
    numbers(8, 3),
    numbers(2, 8),
    ...[0, 1, 2].map((skipped) => squash(alignedBase64(bytes, skipped)).text),
    ...[0, 1, 2, 3, 4].map((skipped) => alignedBase32(bytes, skipped)),
  ];
  const spellings = new Set(disguised.filter((text) => text !== own));
  return [
    { squashed: own, isEncoded: false },
    ...[...spellings].map((squashed) => ({ squashed, isEncoded: true })),
  ].filter(({ squashed }) => squashed.length >= shortestNeedle);
}

/** The value with its figures read as letters, for texts that are read so; undefined where that says nothing new. */
export function leetNeedle(value: string): Needle | undefined {
  const squashed = squashLeet(value).text;
  return squashed.length < shortestShifted ? undefined : { squashed, isEncoded: true };
}

/** Base64 of the bytes after `skipped` unknown ones, without the characters that depend on the neighbours. */
function alignedBase64(bytes: Uint8Array, skipped: number): string {
  const padded = "\0".repeat(skipped) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const encoded = btoa(padded).replace(/=+$/u, "");
  return encoded.slice(Math.ceil((skipped * 8) / 6), Math.floor((padded.length * 8) / 6));
}

/** Base32 (RFC 4648), in the same way. */
function alignedBase32(bytes: Uint8Array, skipped: number): string {
  const bits = "00000000".repeat(skipped) + Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{5}/gu) ?? [];
  return groups
    .slice(Math.ceil((skipped * 8) / 5))
    .map((group) => "abcdefghijklmnopqrstuvwxyz234567".charAt(Number.parseInt(group, 2)))
    .join("");
}
