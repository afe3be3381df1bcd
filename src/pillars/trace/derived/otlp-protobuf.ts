import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import type { AnyValue, KeyValue, Span, SpanEvent, TracesData } from "./otlp.ts";

type Writer = BinaryWriter;

/** OTLP's binary form, ready to be posted to `/v1/traces`. Field numbers are those of opentelemetry-proto. */
export function otlpProtobuf({ resourceSpans }: TracesData): Uint8Array {
  const writer = new BinaryWriter();
  for (const { resource, scopeSpans } of resourceSpans) {
    nested(writer, 1, () => {
      nested(writer, 1, () => attributes(writer, 1, resource.attributes));
      for (const { scope, spans } of scopeSpans) {
        nested(writer, 2, () => {
          nested(writer, 1, () => {
            text(writer, 1, scope.name);
            text(writer, 2, scope.version);
            attributes(writer, 3, scope.attributes);
          });
          for (const span of spans) nested(writer, 2, () => writeSpan(writer, span));
        });
      }
    });
  }
  return writer.finish();
}

function writeSpan(writer: Writer, span: Span): void {
  id(writer, 1, span.traceId);
  id(writer, 2, span.spanId);
  if (span.parentSpanId !== undefined) id(writer, 4, span.parentSpanId);
  text(writer, 5, span.name);
  writer.tag(6, WireType.Varint).int32(span.kind);
  writer.tag(7, WireType.Bit64).fixed64(span.startTimeUnixNano);
  writer.tag(8, WireType.Bit64).fixed64(span.endTimeUnixNano);
  attributes(writer, 9, span.attributes);
  for (const event of span.events) nested(writer, 11, () => writeEvent(writer, event));
  const { status } = span;
  if (status !== undefined) nested(writer, 15, () => void writer.tag(3, WireType.Varint).int32(status.code));
}

function writeEvent(writer: Writer, { timeUnixNano, name, attributes: carried }: SpanEvent): void {
  writer.tag(1, WireType.Bit64).fixed64(timeUnixNano);
  text(writer, 2, name);
  attributes(writer, 3, carried);
}

function attributes(writer: Writer, field: number, carried: readonly KeyValue[]): void {
  for (const { key, value } of carried) {
    nested(writer, field, () => {
      text(writer, 1, key);
      nested(writer, 2, () => anyValue(writer, value));
    });
  }
}

// One of a choice is always written, or an empty text and zero would be no value at all.
function anyValue(writer: Writer, value: AnyValue): void {
  if ("stringValue" in value) text(writer, 1, value.stringValue);
  else if ("boolValue" in value) writer.tag(2, WireType.Varint).bool(value.boolValue);
  else if ("intValue" in value) writer.tag(3, WireType.Varint).int64(value.intValue);
  else if ("doubleValue" in value) writer.tag(4, WireType.Bit64).double(value.doubleValue);
  else {
    nested(writer, 5, () => {
      for (const item of value.arrayValue.values) nested(writer, 1, () => anyValue(writer, item));
    });
  }
}

function nested(writer: Writer, field: number, write: () => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write();
  writer.join();
}

function text(writer: Writer, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}

/** Ids are hex in the model and bytes on the wire. */
function id(writer: Writer, field: number, hex: string): void {
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
  writer.tag(field, WireType.LengthDelimited).bytes(bytes);
}
