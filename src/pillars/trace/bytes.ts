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
