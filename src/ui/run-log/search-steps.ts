import type { RunEvent } from "#engine";
import type { TraceIndex } from "./trace-index.ts";

export interface SearchProgress {
  readonly done: number;
  readonly found: ReadonlySet<number>;
}

/** Milliseconds of searching before the page may draw again. */
const slice = 8;

/**
 * Looks for steps that have every word, in the sentence about them or in what they hold, and tells now and then how far it
 * has come. `whole` brings a step of which the index has only the beginning. Stops when `signal` says so.
 */
export async function searchSteps(
  index: TraceIndex,
  query: string,
  whole: (seq: number) => Promise<RunEvent | undefined>,
  tell: (progress: SearchProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const wanted = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const { events } = index.log;
  let found = new Set<number>();
  let since = performance.now();
  for (let at = 0; at < events.length && !signal.aborted; at += 1) {
    const event = events[at];
    if (event === undefined) continue;
    const has = (step: RunEvent) => hasAll(textOf(step, index), wanted);
    if (has(event)) found.add(event.seq);
    else if (index.isCut(event.seq)) {
      const all = await whole(event.seq);
      if (all !== undefined && has(all)) found.add(event.seq);
    }
    if (performance.now() - since < slice) continue;
    tell({ done: at + 1, found });
    found = new Set(found);
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
  if (!signal.aborted) tell({ done: events.length, found });
}

function textOf(event: RunEvent, index: TraceIndex): string {
  const { text } = index.line({ kind: "step", seq: event.seq, checks: 0 });
  return `${text}\n${event.kind}\n${JSON.stringify(event.values)}`.toLowerCase();
}

function hasAll(text: string, wanted: readonly string[]): boolean {
  return wanted.every((word) => text.includes(word));
}
