import type { JsonValue } from "#engine";

/**
 * Deepest nesting that crosses. Everything behind the border walks values recursively (sealing, labels, views), and a guest
 * can build a megabyte of "[[[[" in no time.
 */
export const maximumDepth = 512;

export type BorderFault = "too-large" | "too-deep" | "not-json";

export type BorderReading =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly fault: BorderFault };

/** JSON text, or its UTF-8 form. Bytes go from thread to thread without a copy, and are decoded by who reads them. */
export type JsonText = string | ArrayBuffer;

/**
 * Reads JSON text from the other side of the border, for values that go in as for values that come out. Drops `__proto__`
 * and `constructor.prototype` (prototype pollution, CWE-1321), turns what JSON text can smuggle past JSON (1e400, lone
 * surrogates) into null and U+FFFD. Never throws.
 * @param maximumBytes cap on the UTF-8 length of the text.
 */
export function readBorder(written: JsonText, maximumBytes: number): BorderReading {
  const isTooLarge = typeof written === "string" ? isLonger(written, maximumBytes) : written.byteLength > maximumBytes;
  if (isTooLarge) return { ok: false, fault: "too-large" };
  try {
    // A browser's decoder throws at a buffer that can grow.
    const text = typeof written === "string" ? written : decoder.decode(new Uint8Array(written));
    // Before it is parsed: a parser goes as deep as the text does, and half a million levels take it half a second.
    if (isDeeper(text, maximumDepth)) return { ok: false, fault: "too-deep" };
    const value: JsonValue = isPlain(text) ? JSON.parse(text) : JSON.parse(text, keepHarmless);
    return value === undefined ? { ok: false, fault: "not-json" } : { ok: true, value };
  } catch {
    return { ok: false, fault: "not-json" };
  }
}

/** Writes a value for the other side. The text passes `readBorder` with the same cap, so both sides see the same value. */
export function writeBorder(
  value: JsonValue,
  maximumBytes: number,
): { ok: true; text: string } | { ok: false; fault: BorderFault } {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    return { ok: false, fault: "not-json" };
  }
  if (text === undefined) return { ok: false, fault: "not-json" };
  // What JSON.stringify wrote has no lone surrogate and no number beyond a double's range, so only this is to be looked for.
  if (!tellingKey.test(text)) {
    if (isLonger(text, maximumBytes)) return { ok: false, fault: "too-large" };
    const isShallow = isPlainWithin(value, maximumDepth) || !isDeeper(text, maximumDepth);
    return isShallow ? { ok: true, text } : { ok: false, fault: "too-deep" };
  }
  const reading = readBorder(text, maximumBytes);
  return reading.ok ? { ok: true, text: JSON.stringify(reading.value) } : reading;
}

/** Whether the UTF-8 form is longer than `maximumBytes`; the cheap bounds come first, and no more is encoded than tells it. */
export function isLonger(text: string, maximumBytes: number): boolean {
  if (text.length > maximumBytes) return true;
  if (text.length * bytesPerUnit <= maximumBytes) return false;
  return utf8Length(text, maximumBytes) > maximumBytes;
}

/** Bytes of the UTF-8 form, each lone surrogate as U+FFFD; counted until they are more than `enough`. */
export function utf8Length(text: string, enough = Number.POSITIVE_INFINITY): number {
  let bytes = 0;
  for (let from = 0; from < text.length && bytes <= enough;) {
    const to = cutAfter(text, from + countedUnits);
    bytes += encoder.encodeInto(text.slice(from, to), counted).written;
    from = to;
  }
  return bytes;
}

/** A UTF-16 unit needs no more in UTF-8. */
const bytesPerUnit = 3;
/** Counted at a time: a text as a whole would take memory of its own size, and three times as long. */
const countedUnits = 16_384;
const encoder = new TextEncoder();
/** A mark of byte order is no JSON, in bytes as little as in a text. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const counted = new Uint8Array(countedUnits * bytesPerUnit);

/** `at`, or one less where a surrogate pair would be cut in two. */
function cutAfter(text: string, at: number): number {
  const last = text.charCodeAt(at - 1);
  return at < text.length && last >= 0xd800 && last <= 0xdbff ? at - 1 : Math.min(at, text.length);
}

/** `text` cut to at most `maximumUnits` UTF-16 units, never inside a surrogate pair. */
export function cutText(text: string, maximumUnits: number): string {
  return text.length <= maximumUnits ? text.toWellFormed() : `${text.slice(0, maximumUnits - 1).toWellFormed()}…`;
}

/**
 * Whether JSON text can hold nothing that `keepHarmless` would change: neither of its keys, no escape that could spell one or
 * make a lone surrogate, and no number that may be beyond a double's range. Looking costs a tenth of what a reviver does.
 */
function isPlain(text: string): boolean {
  return text.isWellFormed() && !tellingKey.test(text) && !largeExponent.test(text) && !hasLongNumber(text);
}

const tellingKey = /__proto__|constructor|\\u/;
const largeExponent = /[eE]\+?\d{3}/;

/** With fewer digits than these, and an exponent of two, a number stays below 1e308. */
const longNumber = 200;

/** Looks at every hundredth character only: a run of that many digits has one there. A pattern for it takes as long as the parser. */
function hasLongNumber(text: string): boolean {
  for (let at = 0; at < text.length; at += longNumber / 2) {
    if (!isDigit(text, at)) continue;
    let start = at;
    while (isDigit(text, start - 1)) start--;
    let end = at;
    while (isDigit(text, end + 1)) end++;
    if (end - start + 1 >= longNumber) return true;
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

/** Counts brackets outside strings; right for valid JSON, and what is not valid is refused by the parser anyway. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isInString) {
      if (unit === backslash) at++;
      else if (unit === quote) isInString = false;
    } else if (unit === quote) isInString = true;
    else if (unit === openBracket || unit === openBrace) {
      if (++depth > limit) return true;
    } else if (unit === closeBracket || unit === closeBrace) depth--;
  }
  return false;
}

/**
 * Whether a value is made as JSON.parse makes it, without a function that could write it otherwise, and nests no deeper than `levels`; looks no
 * deeper than that itself. A walk takes a tenth of the time that its text takes.
 */
function isPlainWithin(value: JsonValue | undefined, levels: number): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "function";
  if (levels === 0) return false;
  if (isList(value)) {
    for (const each of value) if (!isPlainWithin(each, levels - 1)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key in value) if (!isPlainWithin(value[key], levels - 1)) return false;
  return true;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

function keepHarmless(key: string, value: unknown): unknown {
  if (key === "__proto__") return undefined;
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (key === "constructor" && typeof value === "object" && value !== null) Reflect.deleteProperty(value, "prototype");
  return value;
}
