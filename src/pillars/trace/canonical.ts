import { isJsonArray } from "#engine";
import { toBase64Url } from "./base64.ts";
import { sha256, utf8 } from "./bytes.ts";
import type { JsonValue } from "./event.ts";
import { TraceError } from "./trace-error.ts";

const deepest = 128;

/**
 * The canonical JSON text of a value (RFC 8785).
 * Throws TraceError `not-canonical` for whatever JSON would drop, change or guess at: undefined, NaN, lone surrogates,
 * dates, maps, class instances, cycles, and integers beyond 2^53, whose digits would not be the ones that were meant.
 */
export function canonicalize(value: unknown): string {
  return write(value, 0);
}

/** Parses text that must be its own canonical form: no duplicate key, space, escape or number form survives this. */
export function parseCanonical(text: string): JsonValue {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TraceError("not-canonical", undefined, { cause });
  }
  if (!isPlainlyCanonical(value, text) && canonicalize(value) !== text) throw new TraceError("not-canonical");
  return value;
}

/**
 * Whether the platform's own writer, which is several times faster, gives this text, and everything in which it differs from the
 * canonical form is absent. False only means that it has to be looked at closely.
 */
function isPlainlyCanonical(value: JsonValue, text: string): boolean {
  return !text.includes("\\ud") && JSON.stringify(value) === text && isOrderly(value, 0);
}

function isOrderly(value: JsonValue, depth: number): boolean {
  if (depth > deepest) return false;
  if (typeof value === "number") return !Number.isInteger(value) || Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return true;
  if (isJsonArray(value)) return value.every((item) => isOrderly(item, depth + 1));
  let before: string | undefined;
  for (const name of Object.keys(value)) {
    if ((before !== undefined && name <= before) || !isOrderly(value[name] ?? null, depth + 1)) return false;
    before = name;
  }
  return true;
}

/** Base64url SHA-256 of a value's canonical form: how run.open names its flow, policies and models. */
export function digestOf(value: JsonValue): string {
  return toBase64Url(sha256(utf8(canonicalize(value))));
}

function write(value: unknown, depth: number): string {
  if (depth > deepest) throw new TraceError("not-canonical", "nested too deep");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value);
  if (typeof value === "number") return writeNumber(value);
  if (Array.isArray(value)) return writeArray(value, depth);
  if (typeof value === "object") return writeObject(value, depth);
  throw new TraceError("not-canonical", typeof value);
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new TraceError("not-canonical", "broken Unicode");
  return JSON.stringify(value);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TraceError("not-canonical", String(value));
  // From 1e21 on ECMAScript writes an exponent, which claims no exact digits.
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21) {
    throw new TraceError("not-canonical", "integer too large to be exact");
  }
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], depth: number): string {
  let text = "[";
  for (let index = 0; index < value.length; index++) text += (index ? "," : "") + write(value[index], depth + 1);
  return `${text}]`;
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || Object.getOwnPropertySymbols(value).length > 0) {
    throw new TraceError("not-canonical", "not a plain object");
  }
  const entries: [string, unknown][] = Object.entries(value);
  const members = entries.sort(byName).map(([name, member]) => `${writeString(name)}:${write(member, depth + 1)}`);
  return `{${members.join(",")}}`;
}

// Comparing strings compares UTF-16 code units, which is the order that RFC 8785 section 3.2.3 asks for.
function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
