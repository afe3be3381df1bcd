import type { TraceSpan } from "../trace/trace-data.ts";

/** A clock face for one turn: work has its true length, and long waits in which nothing worked are folded. */
export interface TimeScale {
  /** Where a moment stands, from 0 to 1. */
  at(time: number): number;
  /** The waits that are drawn shorter than they were. */
  readonly folded: readonly { readonly from: number; readonly to: number }[];
}

/** A fold takes this share of what the work takes. */
const foldShare = 0.08;
/** Milliseconds below which no wait is folded. */
const shortWait = 250;
const works: ReadonlySet<TraceSpan["kind"]> = new Set(["model", "tool", "code", "search", "opinion"]);

export function timeScale(spans: readonly TraceSpan[]): TimeScale {
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const busy = merged(spans.filter(({ kind, isOpen }) => works.has(kind) && !isOpen));
  const work = busy.reduce((sum, span) => sum + span.to - span.from, 0);
  const longest = Math.max(shortWait, work * foldShare);
  const marks: { time: number; place: number }[] = [{ time: from, place: 0 }];
  const folded: { from: number; to: number }[] = [];
  const goTo = (time: number, isBusy: boolean) => {
    const before = marks.at(-1) ?? { time: from, place: 0 };
    const length = time - before.time;
    if (length <= 0) return;
    if (!isBusy && length > longest) folded.push({ from: before.time, to: time });
    marks.push({ time, place: before.place + (isBusy ? length : Math.min(length, longest)) });
  };
  for (const span of busy) {
    goTo(span.from, false);
    goTo(span.to, true);
  }
  goTo(to, false);
  const total = marks.at(-1)?.place ?? 0;
  return { folded, at: (time) => (total === 0 ? 0 : placeOf(time, marks) / total) };
}

function placeOf(time: number, marks: readonly { readonly time: number; readonly place: number }[]): number {
  const next = marks.findIndex((mark) => mark.time >= time);
  const [after, before] = [marks[next], marks[next - 1]];
  if (after === undefined) return marks.at(-1)?.place ?? 0;
  if (before === undefined) return after.place;
  return before.place + ((time - before.time) / (after.time - before.time)) * (after.place - before.place);
}

function merged(spans: readonly TraceSpan[]): readonly { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}
