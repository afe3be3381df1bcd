import { readBundle } from "../bundle/read.ts";
import { stepsCsv } from "./csv.ts";
import { otlpJson } from "./otlp-json.ts";
import { otlpProtobuf } from "./otlp-protobuf.ts";
import { tracesOf } from "./spans.ts";

/** What a bundle's steps can be written as for other tools. */
export const derivedFormats = {
  "otlp-json": { extension: ".otlp.json", mediaType: "application/json" },
  otlp: { extension: ".otlp.pb", mediaType: "application/x-protobuf" },
  csv: { extension: ".csv", mediaType: "text/csv" },
} as const;

export type DerivedFormat = keyof typeof derivedFormats;

/** One derived part, as a file of its own. It is made from the bundle, so that it shows what the bundle shows, however long the run. */
export function derivedFile(bundle: Uint8Array, format: DerivedFormat): Uint8Array {
  const { manifest, events } = readBundle(bundle);
  if (format === "csv") return stepsCsv(events);
  const traces = tracesOf(manifest.origin, events);
  return format === "otlp" ? otlpProtobuf(traces) : otlpJson(traces);
}
