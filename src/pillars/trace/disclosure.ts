import { fromBase64Url, toBase64Url } from "./base64.ts";
import { canonicalize, parseCanonical } from "./canonical.ts";
import { fromUtf8, hashText, sha256, utf8 } from "./bytes.ts";
import type { JsonValue } from "./event.ts";
import type { Sha256 } from "./merkle.ts";
import { TraceError } from "./trace-error.ts";

const saltBytes = 16;
const largest = 4 * 2 ** 20;

/** One value of one event, kept apart from the log so that it can be withheld or erased. */
export interface StoredDisclosure {
  readonly seq: number;
  readonly field: string;
  /** Base64url of the canonical `[salt, field, value]` (RFC 9901 section 4.2.1). */
  readonly text: string;
}

export interface Disclosure {
  readonly salt: Uint8Array;
  readonly field: string;
  readonly value: JsonValue;
  /** What the log holds in place of the value. */
  readonly digest: string;
}

/** Seals a value under a fresh salt of 16 random bytes. Without the salt a short value could be guessed from its digest. */
export function sealValue(salt: Uint8Array, field: string, value: JsonValue): { text: string; digest: string } {
  if (salt.length !== saltBytes || !isFieldName(field)) throw new TraceError("bad-disclosure", field);
  const json = canonicalize([toBase64Url(salt), field, value]);
  if (json.length > largest) throw new TraceError("too-large", field);
  const text = toBase64Url(utf8(json));
  return { text, digest: digestOfDisclosure(text) };
}

/** Opens a disclosure; throws TraceError when it is not in the one form that `sealValue` writes. */
export function openDisclosure(text: string, hash?: Sha256): Disclosure {
  const parts = parseCanonical(fromUtf8(fromBase64Url(text)));
  if (!Array.isArray(parts) || parts.length !== 3) throw new TraceError("bad-disclosure");
  const [salt, field, value]: readonly JsonValue[] = parts;
  if (typeof salt !== "string" || typeof field !== "string" || !isFieldName(field) || value === undefined) {
    throw new TraceError("bad-disclosure");
  }
  const saltBits = fromBase64Url(salt);
  if (saltBits.length !== saltBytes) throw new TraceError("bad-disclosure", "salt");
  return { salt: saltBits, field, value, digest: digestOfDisclosure(text, hash) };
}

function digestOfDisclosure(text: string, hash: Sha256 = sha256): string {
  return toBase64Url(hashText(text, hash));
}

/** RFC 9901 keeps `_sd` and `...` for itself; ours start with a letter anyway. */
export function isFieldName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_./-]{0,63}$/.test(name);
}
