import { equalBytes } from "./bytes.ts";
import { openCheckpoint, type Checkpoint } from "./checkpoint.ts";
import type { TracedEvent } from "./event.ts";
import { readLine } from "./line.ts";
import { emptyState, followed, type RunLogState } from "./log.ts";
import { rootOf } from "./merkle.ts";
import { createEventReader, openValues, readEvents } from "./read.ts";
import { parseVkey } from "./signed-note.ts";
import type { TraceStore } from "./store.ts";
import { TraceError } from "./trace-error.ts";

/** Steps in the first page, so that something can be shown at once, and in each page after it. */
export interface ScanPages {
  readonly first: number;
  readonly next: number;
}

/**
 * A run's events page by page by key range, as far as its head says that it went when the reading began. Makes the checks of
 * `loadRun`, each page before it is handed out: every line follows from the one before, every value fits its digest; and when
 * the lines of the last checkpoint have gone by, they are what was signed. Throws TraceError as `loadRun` does.
 */
export async function* scanRun(
  store: TraceStore,
  origin: string,
  vkey: string,
  pages: ScanPages,
): AsyncGenerator<readonly TracedEvent[]> {
  const size = (await store.head(origin))?.size ?? 0;
  const note = (await store.checkpoints(origin)).at(-1)?.note;
  const signed = note === undefined ? undefined : openCheckpoint(note, [parseVkey(vkey)]).checkpoint;
  if (signed !== undefined && (signed.origin !== origin || size < signed.size)) throw new TraceError("truncated");
  const reader = createEventReader(origin);
  let state = emptyState(origin);
  while (state.size < size) {
    const from = state.size;
    const to = Math.min(size, from + (from === 0 ? pages.first : pages.next));
    const [lines, disclosures] = await Promise.all([
      store.lines(origin, from, to),
      store.disclosures(origin, from, to),
    ]);
    if (lines.length < to - from) throw new TraceError("truncated");
    const bySeq = Map.groupBy(disclosures, ({ seq }) => seq);
    const events = lines.map((text) => {
      const line = readLine(text);
      state = followed(state, origin, line, text);
      if (state.size === signed?.size) requireSigned(state, signed);
      return reader.read(line, openValues(line, bySeq.get(line.seq) ?? []));
    });
    yield events;
  }
}

function requireSigned(state: RunLogState, signed: Checkpoint): void {
  if (!equalBytes(rootOf(state.range), signed.root)) throw new TraceError("bad-checkpoint", "not this log");
}

/** One stored step with its whole values; undefined when the log does not go so far. Its parent is not looked for. */
export async function readStep(store: TraceStore, origin: string, seq: number): Promise<TracedEvent | undefined> {
  const [lines, disclosures] = await Promise.all([
    store.lines(origin, seq, seq + 1),
    store.disclosures(origin, seq, seq + 1),
  ]);
  return readEvents(origin, lines, disclosures)[0];
}
