import { canonicalize } from "../canonical.ts";
import type { JsonValue, TracedEvent } from "../event.ts";
import { formatTime } from "../time.ts";
import { csvOf, plainCell as plain } from "./csv-cells.ts";

const columns: readonly (readonly [string, (event: TracedEvent) => string])[] = [
  ["number", ({ seq }) => String(seq)],
  ["time", ({ time }) => formatTime(time)],
  ["kind", ({ kind }) => plain(kind)],
  ["actor_type", ({ actor }) => plain(actor.type)],
  ["actor", ({ actor }) => plain(actor.ref)],
  ["node", ({ node }) => plain(node?.id)],
  ["node_type", ({ node }) => plain(node?.type)],
  ["step", ({ key }) => plain(key)],
  ["parent_step", ({ parent }) => plain(parent)],
  ["tool", ({ attrs }) => plain(attrs["tool"])],
  ["model", ({ attrs }) => plain(attrs["model"])],
  ["outcome", ({ attrs }) => plain(outcomeOf(attrs))],
  ["input_tokens", ({ attrs }) => plain(attrs["inputTokens"])],
  ["output_tokens", ({ attrs }) => plain(attrs["outputTokens"])],
  ["attributes", ({ attrs }) => json(attrs)],
  ["values", ({ values }) => json(values)],
  [
    "not_shown",
    ({ digests, values }) =>
      plain(
        Object.keys(digests)
          .filter((field) => !Object.hasOwn(values, field))
          .join(" "),
      ),
  ],
];

/**
 * One row a step, as RFC 4180 has it, every cell quoted. For spreadsheets and scripts; what a cell shows is not the exact
 * text where a spreadsheet could have taken it for a formula.
 */
export function stepsCsv(events: readonly TracedEvent[]): Uint8Array {
  const rows = [columns.map(([name]) => name), ...events.map((event) => columns.map(([, cell]) => cell(event)))];
  return csvOf(rows);
}

/** What came of a step, in the word under which its kind records it. */
function outcomeOf(attrs: TracedEvent["attrs"]): JsonValue | undefined {
  return (
    attrs["verdict"] ??
    attrs["decision"] ??
    attrs["outcome"] ??
    attrs["status"] ??
    attrs["finishReason"] ??
    attrs["code"]
  );
}

/** JSON can say the same without any character that ends a cell, so nothing in it needs changing. */
function json(value: Readonly<Record<string, JsonValue>>): string {
  return Object.keys(value).length === 0 ? "" : canonicalize(value).replaceAll(";", "\\u003b");
}
