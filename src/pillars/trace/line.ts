import { z } from "zod";
import { canonicalize, parseCanonical } from "./canonical.ts";
import { sha256, toHex, utf8 } from "./bytes.ts";
import { isFieldName } from "./disclosure.ts";
import { actorTypes, type JsonValue } from "./event.ts";
import { parseTime } from "./time.ts";
import { TraceError } from "./trace-error.ts";

/** Bytes of one line. Whatever is larger belongs into a value, of which the line holds only the digest. */
const longestLine = 16 * 1024;

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const shortText = z.string().max(512);
// Checked in place, not copied: a copying schema would lose a member called __proto__.
const membersNamed = <Value>(isName: (name: string) => boolean, isValue: (value: unknown) => value is Value) =>
  z.custom<Readonly<Record<string, Value>>>(
    (value) =>
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(value).every(([name, each]) => isName(name) && isValue(each)),
  );

const traceLine = z.strictObject({
  v: z.literal(1),
  origin: shortText.min(1),
  seq: count,
  prev: digest,
  time: z.string().refine((text) => parseTime(text) !== undefined),
  mono_us: count,
  kind: z.string().regex(/^[a-z]{1,32}(\.[a-z_]{1,32}){0,2}$/),
  trace_id: hex(32),
  span_id: hex(16),
  parent_span_id: z.union([hex(16), z.literal("")]),
  node: z.strictObject({ id: shortText, type: shortText }),
  actor: z.strictObject({ type: z.enum(actorTypes), ref: shortText }),
  attrs: membersNamed(isAttributeName, isAnyValue),
  sd: membersNamed(isFieldName, (value): value is string => digest.safeParse(value).success),
  key: shortText.min(1),
});

/** One line of events.jsonl: the canonical JSON of exactly these members. Its bytes are a leaf of the run's log. */
export type TraceLine = z.infer<typeof traceLine>;

/** Writes a line (no newline at the end); throws TraceError when a member is not what a reader will accept. */
export function writeLine(line: TraceLine): string {
  const text = canonicalize(line);
  if (utf8(text).length > longestLine) throw new TraceError("too-large", line.kind);
  const checked = traceLine.safeParse(line);
  if (!checked.success) throw new TraceError("bad-line", checked.error.issues[0]?.path.join("."));
  return text;
}

/** Parses a stored line; TraceError `not-canonical`, `too-large` or `bad-line` says what is wrong with it. */
export function readLine(text: string): TraceLine {
  if (text.length > longestLine || utf8(text).length > longestLine) throw new TraceError("too-large");
  const checked = traceLine.safeParse(parseCanonical(text));
  if (!checked.success) throw new TraceError("bad-line", checked.error.issues[0]?.path.join("."));
  return checked.data;
}

/** What stands before the first line: binds the chain to its run. */
export function genesis(origin: string): Uint8Array {
  return sha256(utf8(`gatehouse-trace/v1\n${origin}\n`));
}

export function traceId(origin: string): string {
  return toHex(sha256(utf8(`${origin}\n`)).subarray(0, 16));
}

/** Spans are step keys seen through a hash, so that exports to tracing tools need no table. */
export function spanId(origin: string, key: string): string {
  return toHex(sha256(utf8(`${origin}\n${key}`)).subarray(0, 8));
}

function isAttributeName(name: string): boolean {
  return /^[a-z][A-Za-z0-9]{0,63}$/.test(name);
}

// The canonical form has already proved that this is JSON.
function isAnyValue(value: unknown): value is JsonValue {
  return value !== undefined;
}
