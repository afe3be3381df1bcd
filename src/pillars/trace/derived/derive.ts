import { optionalPaths } from "../bundle/layout.ts";
import type { TracedEvent } from "../event.ts";
import { stepsCsv } from "./csv.ts";
import { otlpJson } from "./otlp-json.ts";
import { otlpProtobuf } from "./otlp-protobuf.ts";
import { tracesOf } from "./spans.ts";

export const derivedPaths = [optionalPaths.otlpJson, optionalPaths.otlpProtobuf, optionalPaths.steps] as const;

type DerivedPath = (typeof derivedPaths)[number];

/** The same record in the forms that other tools read, uncompressed. It follows from what the events show and from nothing else. */
export function derivedParts(origin: string, events: readonly TracedEvent[]): Map<DerivedPath, Uint8Array> {
  const traces = tracesOf(origin, events);
  return new Map<DerivedPath, Uint8Array>([
    [optionalPaths.otlpJson, otlpJson(traces)],
    [optionalPaths.otlpProtobuf, otlpProtobuf(traces)],
    [optionalPaths.steps, stepsCsv(events)],
  ]);
}
