import type { Span } from "../views/view.ts";

/** Whether one of the spans of a text of that length lies over a whole span. */
export function coveredBy(spans: readonly Span[], length: number): (span: Span) => boolean {
  const mask = new Uint8Array(length);
  for (const { start, end } of spans) mask.fill(1, start, end);
  return ({ start, end }) => !mask.subarray(start, end).includes(0);
}
