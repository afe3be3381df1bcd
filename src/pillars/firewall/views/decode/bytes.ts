import { fromUtf8 } from "./utf8.ts";

/** Characters that text hardly has: controls other than white space, and what stands for broken bytes. */
const unreadable = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd]/u;
const notWordy = /[^\p{L}\p{M}\p{N}\s.,:;'"!?@/_=<>()*#&-]/gu;
const notLetters = /[^\p{L}\s]/gu;

/** Bytes as text, if what they say could be text; UTF-16 is recognised by its zeros. */
export function textOfBytes(bytes: ArrayLike<number>): string | undefined {
  if (bytes.length < 3) return undefined;
  const narrow = isWide(bytes) ? Array.from(bytes).filter((_, index) => index % 2 === 0) : bytes;
  // Most runs that are no text show it at once.
  for (let at = 0; at < Math.min(16, narrow.length); at++) if (isControl(narrow[at] ?? 0)) return undefined;
  const text = fromUtf8(narrow);
  return text !== undefined && isReadable(text) ? text : undefined;
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127;
}

/** Little-endian UTF-16 of Latin letters has a zero as every second byte. */
function isWide(bytes: ArrayLike<number>): boolean {
  if (bytes.length < 8 || bytes.length % 2 === 1) return false;
  for (let index = 1; index < bytes.length; index += 2) if (bytes[index] !== 0) return false;
  return true;
}

/** Mostly letters, digits, spaces and the marks of sentences, with more letters than anything else. */
export function isReadable(text: string): boolean {
  if (text.trim() === "" || unreadable.test(text)) return false;
  return count(text, notWordy) <= text.length * 0.1 && count(text, notLetters) <= text.length * 0.4;
}

/** Bytes as UTF-8 whatever they say, without characters that show nothing. */
export function lenientText(bytes: readonly number[]): string {
  const text = fromUtf8(bytes) ?? new TextDecoder("utf-8").decode(Uint8Array.from(bytes));
  return text.replace(/[\0-\x08\x0e-\x1f\x7f]/gu, "");
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
