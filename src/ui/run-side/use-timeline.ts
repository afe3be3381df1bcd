import { useEffect, useMemo, useState } from "react";
import { searchSteps } from "../run-log/index.ts";
import type { SearchProgress, TraceIndex } from "../run-log/index.ts";
import type { TraceTimelineProps, TraceWish } from "../trace/index.ts";
import { traceFilters, wholeTrace } from "../trace/index.ts";
import type { ShownTrace } from "./use-trace.ts";

/** What a timeline needs to know of a trace; `steps` says how far the index has grown. */
export interface TimelineSource {
  readonly index: TraceIndex;
  readonly steps: number;
  readonly size: number;
  readonly whole: ShownTrace["whole"];
}

/** Which steps are shown, and what a timeline shows them with. */
export function useTimeline(source: TimelineSource): Omit<TraceTimelineProps, "selected" | "onSelect"> {
  const { index, steps, size } = source;
  const [wish, setWish] = useState(wholeTrace);
  const [shut, setShut] = useState<ReadonlySet<number>>(new Set());
  const [query, setQuery] = useState("");
  const search = useSearch(source, query);
  const wished = useMemo((): TraceWish => ({ ...wish, found: search?.found }), [wish, search]);
  // The index is the same object while it grows; `steps` says that it has.
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const rows = useMemo(() => index.rows(wished, shut), [index, steps, wished, shut]);
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const counts = useMemo(() => countsOf(index), [index, steps]);
  return {
    rows,
    lineOf: index.line,
    turnOf: index.turn,
    wish: wished,
    onWish: (next) => {
      setWish({ ...next, found: undefined });
      if (next.found === undefined && wished.found !== undefined && next === wholeTrace) setQuery("");
    },
    shut,
    onShut: (turn) => setShut(toggled(shut, turn)),
    counts,
    search: { query, onQuery: setQuery, done: search?.done ?? 0, all: steps, found: search?.found.size ?? 0 },
    nodeTitle: wish.node === undefined ? undefined : index.reading.titles.get(wish.node),
    progress: steps < size ? { done: steps, all: size } : undefined,
  };
}

function countsOf(index: TraceIndex) {
  const [all, guards, tools, decisions] = traceFilters.map((filter) => index.count({ ...wholeTrace, filter }));
  return { all: all ?? 0, guards: guards ?? 0, tools: tools ?? 0, decisions: decisions ?? 0 };
}

function toggled(numbers: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const next = new Set(numbers);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** What the words of a search were found in so far; undefined while nothing is looked for. */
function useSearch({ index, steps, whole }: TimelineSource, query: string): SearchProgress | undefined {
  const [progress, setProgress] = useState<SearchProgress & { query: string }>();
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === "") return undefined;
    const stop = new AbortController();
    void searchSteps(index, wanted, whole, (next) => setProgress({ ...next, query: wanted }), stop.signal);
    return () => stop.abort();
  }, [index, steps, whole, wanted]);
  if (wanted === "") return undefined;
  return progress?.query === wanted ? progress : { done: 0, found: new Set() };
}
