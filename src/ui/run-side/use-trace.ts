import { useEffect, useState } from "react";
import type { RunEvent } from "#engine";
import { registry } from "#nodes";
import type { ShelvedRun } from "#store";
import { useHome } from "../app/home-context.tsx";
import type { Home } from "../app/home.ts";
import { createTraceIndex, readingOf } from "../run-log/index.ts";
import type { TraceIndex } from "../run-log/index.ts";
import { pageWords } from "./words.ts";

/** A run's trace as far as it is read. The index grows; a new object says that it has. */
export interface ShownTrace {
  readonly run: ShelvedRun;
  readonly index: TraceIndex;
  /** The steps that are read, in short where their values are long. */
  readonly events: readonly RunEvent[];
  /** How many steps there are to read. */
  readonly size: number;
  /** One step with its whole values. */
  readonly whole: (seq: number) => Promise<RunEvent | undefined>;
}

export type OpenedTrace =
  | { readonly kind: "loading" }
  | { readonly kind: "missing" }
  /** The stored log contradicts itself; nothing of it can be shown as true. */
  | { readonly kind: "broken"; readonly run: ShelvedRun }
  | {
      readonly kind: "open";
      readonly trace: ShownTrace;
      /** The version that was asked for when this was read. */
      readonly version: number;
    };

/** Milliseconds between two showings while pages come in: lists are made anew each time. */
const pause = 250;

/** A run and its log; follows it while this tab works on it, and reads it again for another `version`. */
export function useTrace(runId: string, version = 0): OpenedTrace {
  const home = useHome();
  const [opened, setOpened] = useState<{ runId: string; trace: OpenedTrace }>();
  useEffect(() => {
    const gone = new AbortController();
    const show = (trace: OpenedTrace) => !gone.signal.aborted && setOpened({ runId, trace });
    void follow(home, runId, gone.signal, (trace) => show({ kind: "open", trace, version })).then(
      (end) => end !== undefined && show(end),
    );
    return () => gone.abort();
  }, [home, runId, version]);
  // Of another run nothing is shown under this one's address, not even until this one is read.
  return opened?.runId === runId ? opened.trace : { kind: "loading" };
}

async function follow(
  home: Home,
  runId: string,
  gone: AbortSignal,
  show: (trace: ShownTrace) => void,
): Promise<OpenedTrace | undefined> {
  const run = await home.shelf.get(runId);
  if (run === undefined) return { kind: "missing" };
  try {
    const trace = await readStored(home, run, gone, show);
    const { house } = await home.house();
    const session = house.session(runId);
    if (session === undefined || gone.aborted) return undefined;
    const goOn = () => {
      const events = session.events();
      trace.index.add(events.slice(trace.index.log.events.length));
      show({ ...trace, events, size: events.length });
    };
    gone.addEventListener("abort", session.subscribe(goOn));
    goOn();
    return undefined;
  } catch {
    return { kind: "broken", run };
  }
}

/** Shows the first page as soon as it is there, and then ever more of the log. Throws when it contradicts itself. */
async function readStored(
  home: Home,
  run: ShelvedRun,
  gone: AbortSignal,
  show: (trace: ShownTrace) => void,
): Promise<ShownTrace> {
  const reader = await home.reader();
  const index = createTraceIndex(readingOf(run.flow, registry, pageWords()));
  const whole = (seq: number) => reader.step(run, seq);
  const size = await reader.size(run);
  performance.mark("trace-asked");
  const traceNow = (): ShownTrace => ({ run, index, events: index.log.events.slice(), size, whole });
  let shownAt = Number.NEGATIVE_INFINITY;
  for await (const { events, cut } of reader.pages(run)) {
    if (gone.aborted) break;
    index.add(events, cut);
    if (shownAt === Number.NEGATIVE_INFINITY) performance.mark("trace-first-page");
    if (performance.now() - shownAt < pause) continue;
    show(traceNow());
    shownAt = performance.now();
  }
  performance.mark("trace-read");
  const trace = { ...traceNow(), size: index.log.events.length };
  show(trace);
  return trace;
}
