import { canonicalize, parseCanonical } from "./canonical.ts";
import { sha256, toHex, utf8 } from "./bytes.ts";
import { isFieldName } from "./disclosure.ts";
import { actorTypes, type Actor, type JsonValue } from "./event.ts";
import { parseTime } from "./time.ts";
import { TraceError } from "./trace-error.ts";
import type { Sha256 } from "./merkle.ts";

/** Bytes of one line. Whatever is larger belongs into a value, of which the line holds only the digest. */
const longestLine = 16 * 1024;

/** One line of events.jsonl: the canonical JSON of exactly these members. Its bytes are a leaf of the run's log. */
export interface TraceLine {
  readonly v: 1;
  readonly origin: string;
  readonly seq: number;
  readonly prev: string;
  readonly time: string;
  readonly mono_us: number;
  readonly kind: string;
  readonly trace_id: string;
  readonly span_id: string;
  readonly parent_span_id: string;
  readonly node: { readonly id: string; readonly type: string };
  readonly actor: Actor;
  readonly attrs: Readonly<Record<string, JsonValue>>;
  readonly sd: Readonly<Record<string, string>>;
  readonly key: string;
}

// Written by hand, not as a schema: a verifier asks this of every line of logs with a million of them.
const hasLineMembers = hasExactly({
  v: (value) => value === 1,
  origin: (value) => isShort(value) && value !== "",
  seq: isCount,
  prev: isDigest,
  time: (value) => typeof value === "string" && parseTime(value) !== undefined,
  mono_us: isCount,
  kind: matches(/^[a-z]{1,32}(\.[a-z_]{1,32}){0,2}$/),
  trace_id: matches(/^[0-9a-f]{32}$/),
  span_id: matches(/^[0-9a-f]{16}$/),
  parent_span_id: matches(/^(?:[0-9a-f]{16})?$/),
  node: hasExactly({ id: isShort, type: isShort }),
  actor: hasExactly({ type: (type) => actorTypes.some((each) => each === type), ref: isShort }),
  attrs: (value) => hasMembersNamed(value, isAttributeName, isAnyValue),
  sd: (value) => hasMembersNamed(value, isFieldName, isDigest),
  key: (value) => isShort(value) && value !== "",
} satisfies Readonly<Record<keyof TraceLine, (value: unknown) => boolean>>);

function isTraceLine(value: unknown): value is TraceLine {
  return hasLineMembers(value);
}

function hasExactly(expected: Readonly<Record<string, (value: unknown) => boolean>>): (value: unknown) => boolean {
  const checks = Object.entries(expected);
  return (value) =>
    isObject(value) &&
    Object.keys(value).length === checks.length &&
    checks.every(([name, isRight]) => Object.hasOwn(value, name) && isRight(value[name]));
}

function hasMembersNamed(
  value: unknown,
  isName: (name: string) => boolean,
  isValue: (value: unknown) => boolean,
): boolean {
  return isObject(value) && Object.keys(value).every((name) => isName(name) && isValue(value[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShort(value: unknown): boolean {
  return typeof value === "string" && value.length <= 512;
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function matches(form: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === "string" && form.test(value);
}

function isDigest(value: unknown): boolean {
  return typeof value === "string" && /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** Writes a line (no newline at the end); throws TraceError when a member is not what a reader will accept. */
export function writeLine(line: TraceLine): string {
  const text = canonicalize(line);
  if (utf8(text).length > longestLine) throw new TraceError("too-large", line.kind);
  if (!isTraceLine(line)) throw new TraceError("bad-line");
  return text;
}

/** Parses a stored line; TraceError `not-canonical`, `too-large` or `bad-line` says what is wrong with it. */
export function readLine(text: string): TraceLine {
  if (text.length > longestLine || (text.length * 3 > longestLine && utf8(text).length > longestLine))
    throw new TraceError("too-large");
  const line: unknown = parseCanonical(text);
  if (!isTraceLine(line)) throw new TraceError("bad-line");
  return line;
}

/** What stands before the first line: binds the chain to its run. */
export function genesis(origin: string): Uint8Array {
  return sha256(utf8(`gatehouse-trace/v1\n${origin}\n`));
}

export function traceId(origin: string): string {
  return toHex(sha256(utf8(`${origin}\n`)).subarray(0, 16));
}

/** Spans are step keys seen through a hash, so that exports to tracing tools need no table. */
export function spanId(origin: string, key: string, hash: Sha256 = sha256): string {
  return toHex(hash(utf8(`${origin}\n${key}`)).subarray(0, 8));
}

function isAttributeName(name: string): boolean {
  return /^[a-z][A-Za-z0-9]{0,63}$/.test(name);
}

// The canonical form has already proved that this is JSON.
function isAnyValue(value: unknown): boolean {
  return value !== undefined;
}
