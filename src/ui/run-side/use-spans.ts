import { useMemo } from "react";
import { spansOf, took, workIn } from "../run-log/index.ts";
import { pageTraceWords } from "../trace/words.ts";
import type { TraceSpan } from "../trace/trace-data.ts";
import type { ShownTrace } from "./use-trace.ts";
import { pageWords } from "./words.ts";

/** The tree of work and what it comes to; made when the log is read to its end, for a tree of half a log would mislead. */
export function useSpans({ index, events, size }: ShownTrace): {
  readonly spans: readonly TraceSpan[];
  readonly totals: readonly string[];
} {
  const isRead = events.length === size;
  // The index is the same object while it grows; `events` says that it has.
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const spans = useMemo(() => (isRead ? spansOf(index.log, index.reading) : []), [index, events, isRead]);
  const totals = useMemo(() => totalsOf(spans, events), [spans, events]);
  return { spans, totals };
}

function totalsOf(spans: readonly TraceSpan[], events: ShownTrace["events"]): readonly string[] {
  const words = pageTraceWords().totals;
  const calls = spans.filter(({ kind }) => kind === "model" || kind === "opinion");
  if (spans.length === 0) return [];
  const sum = (of: (span: TraceSpan) => number) => calls.reduce((total, span) => total + of(span), 0);
  const tokens = sum((span) => (span.tokens?.read ?? 0) + (span.tokens?.written ?? 0));
  const dollars = sum((span) => span.dollars ?? 0);
  const whole = (events.at(-1)?.time ?? 0) - (events[0]?.time ?? 0);
  return [
    words.calls(calls.length),
    words.tokens(tokens),
    ...(dollars > 0 ? [words.dollars(dollars)] : []),
    words.work(took(workIn(spans), pageWords())),
    words.all(took(whole, pageWords())),
  ];
}
