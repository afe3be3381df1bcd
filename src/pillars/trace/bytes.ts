import { sha256 } from "@noble/hashes/sha2.js";
import { TraceError } from "./trace-error.ts";

const encoder = new TextEncoder();
// `ignoreBOM` keeps a byte order mark in the text, so that the strict form check refuses it.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export { sha256 };

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Writes a text where it fits, and says how many bytes it took. */
export function writeUtf8(text: string, into: Uint8Array): number {
  return encoder.encodeInto(text, into).written;
}

/** Bytes of a text that is hashed in memory which the next one uses again: most of what a log holds is shorter. */
const shared = new Uint8Array(64 * 1024);
const behindFirst = shared.subarray(1);
const mostBytes = 3;

/** Hash of a text's UTF-8, behind a first byte where one is given. */
export function hashText(text: string, hash: (bytes: Uint8Array) => Uint8Array, first?: number): Uint8Array {
  if (text.length * mostBytes > behindFirst.length)
    return hash(first === undefined ? utf8(text) : concat(Uint8Array.of(first), utf8(text)));
  const length = writeUtf8(text, behindFirst);
  if (first === undefined) return hash(behindFirst.subarray(0, length));
  shared[0] = first;
  return hash(shared.subarray(0, 1 + length));
}

const loose = new TextDecoder("utf-8");

/** The text as far as it is one: to look into bytes whose form is checked elsewhere. */
export function decodedLoosely(bytes: Uint8Array): string {
  return loose.decode(bytes);
}

export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new TraceError("not-text", undefined, { cause });
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
}
