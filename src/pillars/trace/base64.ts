import { TraceError } from "./trace-error.ts";

const standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const outside = 0xff;
const standardValues = valuesOf(standard);
const urlValues = valuesOf(url);
const chunk = 0x8000;

/** Standard Base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** Accepts the one encoding of each byte string: no whitespace, no missing padding, no stray bits. */
export function fromBase64(text: string): Uint8Array {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  if (text.length % 4 !== 0) throw new TraceError("bad-encoding");
  const bytes = decode(text.slice(0, text.length - padding), standardValues);
  if ((3 - (bytes.length % 3)) % 3 !== padding) throw new TraceError("bad-encoding");
  return bytes;
}

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function fromBase64Url(text: string): Uint8Array {
  return decode(text, urlValues);
}

function decode(text: string, values: Uint8Array): Uint8Array {
  if (text.length % 4 === 1) throw new TraceError("bad-encoding");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let pending = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const value = values[text.charCodeAt(index)] ?? outside;
    if (value === outside) throw new TraceError("bad-encoding");
    pending = ((pending << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = pending >> bits;
    }
  }
  // Bits that belong to no byte must be zero, or one byte string would have several spellings.
  if ((pending & ((1 << bits) - 1)) !== 0) throw new TraceError("bad-encoding");
  return bytes;
}

function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(256).fill(outside);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  return values;
}
