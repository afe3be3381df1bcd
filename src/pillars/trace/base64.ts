import { TraceError } from "./trace-error.ts";

const standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** More than any value, also once others are mixed into it. */
const outside = 0x80;
const standardValues = valuesOf(standard);
const urlValues = valuesOf(url);

/** Standard Base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, standard);
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
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
  return encode(bytes, url);
}

export function fromBase64Url(text: string): Uint8Array {
  return decode(text, urlValues);
}

/** By hand, because what runtimes offer (btoa over a binary string) takes three times as long for a digest. */
function encode(bytes: Uint8Array, alphabet: string): string {
  let text = "";
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0x3fff;
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet.charAt((pending >> (bits - 6)) & 63);
  }
  return bits === 0 ? text : text + alphabet.charAt((pending << (6 - bits)) & 63);
}

function decode(text: string, values: Uint8Array): Uint8Array {
  if (text.length % 4 === 1) throw new TraceError("bad-encoding");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const whole = text.length - (text.length % 4);
  let seen = 0;
  let at = 0;
  for (let index = 0; index < whole; index += 4) {
    const first = valueAt(text, index, values);
    const second = valueAt(text, index + 1, values);
    const third = valueAt(text, index + 2, values);
    const fourth = valueAt(text, index + 3, values);
    seen |= first | second | third | fourth;
    bytes[at++] = (first << 2) | (second >> 4);
    bytes[at++] = (second << 4) | (third >> 2);
    bytes[at++] = (third << 6) | fourth;
  }
  if (whole < text.length) {
    const [first, second] = [valueAt(text, whole, values), valueAt(text, whole + 1, values)];
    const third = whole + 2 < text.length ? valueAt(text, whole + 2, values) : 0;
    seen |= first | second | third;
    bytes[at++] = (first << 2) | (second >> 4);
    if (at < bytes.length) bytes[at] = (second << 4) | (third >> 2);
    // Bits that belong to no byte must be zero, or one byte string would have several spellings.
    const stray = whole + 2 < text.length ? third & 3 : second & 15;
    if (stray !== 0) throw new TraceError("bad-encoding");
  }
  if (seen >= outside) throw new TraceError("bad-encoding");
  return bytes;
}

function valueAt(text: string, index: number, values: Uint8Array): number {
  return values[text.charCodeAt(index)] ?? outside;
}

function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(256).fill(outside);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  return values;
}
