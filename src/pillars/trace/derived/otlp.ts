import { canonicalize } from "../canonical.ts";
import type { JsonValue } from "../event.ts";

/**
 * The part of OTLP's data model that a trace needs, named as in its JSON form: ids in hex, 64-bit numbers as decimal text,
 * enums as numbers (opentelemetry-proto, `trace.proto` and `common.proto`; OTLP specification, "JSON Protobuf Encoding").
 */
export interface TracesData {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeSpans: readonly {
      readonly scope: { readonly name: string; readonly version: string; readonly attributes: readonly KeyValue[] };
      readonly spans: readonly Span[];
    }[];
  }[];
}

export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  /** Left out for the root. */
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly KeyValue[];
  readonly events: readonly SpanEvent[];
  /** Left out where nothing failed. */
  readonly status?: { readonly code: number };
}

export interface SpanEvent {
  readonly timeUnixNano: string;
  readonly name: string;
  readonly attributes: readonly KeyValue[];
}

export const spanKinds = { internal: 1, client: 3 } as const;
export const statusCodes = { error: 2 } as const;

export type AnyValue =
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly intValue: string }
  | { readonly doubleValue: number }
  | { readonly arrayValue: { readonly values: readonly AnyValue[] } };

export interface KeyValue {
  readonly key: string;
  readonly value: AnyValue;
}

/** No attribute for what was not recorded or is not shown. */
export function attribute(key: string, value: JsonValue | undefined): KeyValue[] {
  return value === undefined ? [] : [{ key, value: anyValue(value) }];
}

/** For numbers that are measured: 0 would pass for an integer, and a key has one type. */
export function measured(key: string, value: JsonValue | undefined): KeyValue[] {
  return typeof value === "number" ? [{ key, value: { doubleValue: value } }] : attribute(key, value);
}

/** Texts, numbers, booleans and lists of texts as such; anything deeper as its JSON text, which every reader takes. */
function anyValue(value: JsonValue): AnyValue {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  if (!Array.isArray(value) || texts.length < value.length) return { stringValue: canonicalize(value) };
  return { arrayValue: { values: texts.map((stringValue) => ({ stringValue })) } };
}

// The nanoseconds of later years do not fit into 64 bits.
const latest = 18_446_744_073_709;

export function nanoseconds(ms: number): string {
  const whole = Math.min(Math.max(0, Math.floor(ms)), latest);
  return whole === 0 ? "0" : `${whole}000000`;
}
