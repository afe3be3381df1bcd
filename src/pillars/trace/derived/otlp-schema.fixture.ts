/**
 * Messages of opentelemetry-proto (Apache-2.0) as names, numbers and types, after `trace.proto`, `common.proto` and
 * `resource.proto` of release 1.9. What a reader of OTLP knows; nothing of the encoder is in it.
 */
type Type = "bytes" | "string" | "fixed32" | "fixed64" | "uint32" | "int64" | "double" | "bool" | "enum" | MessageName;

interface Field {
  readonly id: number;
  readonly type: Type;
  readonly repeated?: boolean;
}

const one = (id: number, type: Type): Field => ({ id, type });
const many = (id: number, type: Type): Field => ({ id, type, repeated: true });

type MessageName =
  | "TracesData"
  | "ResourceSpans"
  | "ScopeSpans"
  | "Resource"
  | "InstrumentationScope"
  | "Span"
  | "Event"
  | "Link"
  | "Status"
  | "KeyValue"
  | "AnyValue"
  | "ArrayValue"
  | "KeyValueList";

export const otlpSchema: Readonly<Record<MessageName, Readonly<Record<string, Field>>>> = {
  TracesData: { resourceSpans: many(1, "ResourceSpans") },
  ResourceSpans: { resource: one(1, "Resource"), scopeSpans: many(2, "ScopeSpans"), schemaUrl: one(3, "string") },
  ScopeSpans: { scope: one(1, "InstrumentationScope"), spans: many(2, "Span"), schemaUrl: one(3, "string") },
  Resource: { attributes: many(1, "KeyValue"), droppedAttributesCount: one(2, "uint32") },
  InstrumentationScope: {
    name: one(1, "string"),
    version: one(2, "string"),
    attributes: many(3, "KeyValue"),
    droppedAttributesCount: one(4, "uint32"),
  },
  Span: {
    traceId: one(1, "bytes"),
    spanId: one(2, "bytes"),
    traceState: one(3, "string"),
    parentSpanId: one(4, "bytes"),
    flags: one(16, "fixed32"),
    name: one(5, "string"),
    kind: one(6, "enum"),
    startTimeUnixNano: one(7, "fixed64"),
    endTimeUnixNano: one(8, "fixed64"),
    attributes: many(9, "KeyValue"),
    droppedAttributesCount: one(10, "uint32"),
    events: many(11, "Event"),
    droppedEventsCount: one(12, "uint32"),
    links: many(13, "Link"),
    droppedLinksCount: one(14, "uint32"),
    status: one(15, "Status"),
  },
  Event: {
    timeUnixNano: one(1, "fixed64"),
    name: one(2, "string"),
    attributes: many(3, "KeyValue"),
    droppedAttributesCount: one(4, "uint32"),
  },
  Link: {
    traceId: one(1, "bytes"),
    spanId: one(2, "bytes"),
    traceState: one(3, "string"),
    attributes: many(4, "KeyValue"),
    droppedAttributesCount: one(5, "uint32"),
    flags: one(6, "fixed32"),
  },
  Status: { message: one(2, "string"), code: one(3, "enum") },
  KeyValue: { key: one(1, "string"), value: one(2, "AnyValue") },
  AnyValue: {
    stringValue: one(1, "string"),
    boolValue: one(2, "bool"),
    intValue: one(3, "int64"),
    doubleValue: one(4, "double"),
    arrayValue: one(5, "ArrayValue"),
    kvlistValue: one(6, "KeyValueList"),
    bytesValue: one(7, "bytes"),
  },
  ArrayValue: { values: many(1, "AnyValue") },
  KeyValueList: { values: many(1, "KeyValue") },
};

/** What a value may be in OTLP's JSON: ids in hex, 64-bit numbers as text, enums as numbers. */
const jsonForms: Readonly<Record<string, (value: unknown) => boolean>> = {
  bytes: (value) => typeof value === "string" && /^([0-9A-Fa-f]{2})+$/.test(value),
  string: (value) => typeof value === "string",
  fixed32: (value) => Number.isInteger(value),
  uint32: (value) => Number.isInteger(value),
  enum: (value) => Number.isInteger(value),
  fixed64: (value) => typeof value === "string" && /^\d{1,20}$/.test(value),
  int64: (value) => typeof value === "string" && /^-?\d{1,19}$/.test(value),
  double: (value) => typeof value === "number",
  bool: (value) => typeof value === "boolean",
};

const isMessage = (type: Type): type is MessageName => Object.hasOwn(otlpSchema, type);
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Where a JSON value departs from the schema. */
export function faultsOf(value: unknown, type: Type = "TracesData", at = "$"): string[] {
  if (!isMessage(type)) return jsonForms[type]?.(value) === true ? [] : [`${at} is no ${type}`];
  if (!isObject(value)) return [`${at} is no ${type}`];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = Object.hasOwn(otlpSchema[type], name) ? otlpSchema[type][name] : undefined;
    if (field === undefined) return [`${at}.${name} is unknown`];
    if (field.repeated !== true) return faultsOf(inner, field.type, `${at}.${name}`);
    if (!Array.isArray(inner)) return [`${at}.${name} is no list`];
    return inner.flatMap((item, index) => faultsOf(item, field.type, `${at}.${name}[${index}]`));
  });
}
