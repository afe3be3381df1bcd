import { normalise } from "../views/normalise.ts";

/** Readings of one part of an address: as it stands, and as the text that it encodes. */
export interface Reading {
  readonly text: string;
  readonly isEncoded: boolean;
}

/** Shorter runs decode to something readable by chance. */
const shortestCode = 8;
const longestCode = 8000;

/** Percent signs within percent signs are read this deep. */
export function percentDecoded(text: string): string {
  let read = text.replaceAll("+", " ");
  for (let depth = 0; depth < 3 && /%[0-9a-f]{2}/iu.test(read); depth++) {
    try {
      read = decodeURIComponent(read);
    } catch {
      return read;
    }
  }
  return read;
}

/** What a part says, in plain text or base64, base32 or hex. */
export function readingsOf(part: string): readonly Reading[] {
  const plain = percentDecoded(part);
  const codes = plain.length > longestCode ? [] : (plain.match(/[\w+/=-]{8,}/gu) ?? []);
  const decoded = codes.flatMap((code) =>
    [fromHex, fromBase64, fromBase32].flatMap((decode) => decode(code.replace(/=+$/u, "")) ?? []),
  );
  return [{ text: plain, isEncoded: false }, ...decoded.map((text) => ({ text, isEncoded: true }))];
}

function fromHex(code: string): string | undefined {
  if (code.length < 12 || !/^(?:[0-9a-f]{2})+$/iu.test(code)) return undefined;
  return readable(
    5,
    (code.match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16)),
  );
}

function fromBase64(code: string): string | undefined {
  const standard = code.replaceAll("-", "+").replaceAll("_", "/");
  if (code.length < shortestCode || standard.length % 4 === 1 || !/^[A-Za-z\d+/]+$/u.test(standard)) return undefined;
  // A long word of small letters decodes to five readable bytes now and then.
  return readable(
    /^(?:[a-z]+|[A-Z]+)$/u.test(code) ? 8 : 5,
    Array.from(atob(standard), (character) => character.charCodeAt(0)),
  );
}

const base32Digits = "abcdefghijklmnopqrstuvwxyz234567";

/** RFC 4648. In a host name everything is in small letters. */
function fromBase32(code: string): string | undefined {
  if (code.length < shortestCode || !/^[a-z2-7]+$/iu.test(code)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of code.toLowerCase()) {
    held = (held << 5) | base32Digits.indexOf(character);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return readable(8, bytes);
}

/** Bytes as a text that somebody could have written; random bytes hardly ever are one. */
function readable(least: number, bytes: readonly number[]): string | undefined {
  if (bytes.length < least) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    const wordy = text.match(/[\p{L}\p{N} @.,:;=_/+-]/gu)?.length ?? 0;
    return /\p{C}/u.test(text) || wordy < [...text].length * 0.9 ? undefined : normalise(text).text;
  } catch {
    return undefined;
  }
}
