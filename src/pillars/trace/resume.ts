import { equalBytes } from "./bytes.ts";
import { openCheckpoint } from "./checkpoint.ts";
import type { StoredDisclosure } from "./disclosure.ts";
import type { TracedEvent } from "./event.ts";
import { emptyState, stateOfLines, type RunLogState } from "./log.ts";
import { rootOf } from "./merkle.ts";
import { readEvents } from "./read.ts";
import { parseVkey } from "./signed-note.ts";
import type { TraceStore } from "./store.ts";
import { TraceError } from "./trace-error.ts";

export interface StoredRun {
  readonly lines: readonly string[];
  readonly disclosures: readonly StoredDisclosure[];
  readonly events: readonly TracedEvent[];
  /** Hand it to `openRunLog` to go on. */
  readonly state: RunLogState;
}

const page = 1000;

/**
 * Loads a run and checks that it still is what its key signed: every line follows from the one before and the last
 * checkpoint matches. A tail after that checkpoint is legal (a crash), a log that is shorter than it is not.
 * Throws TraceError `truncated`, `bad-line`, `bad-note` or `bad-disclosure`; such a run may be read but never continued.
 */
export async function loadRun(store: TraceStore, origin: string, vkey: string): Promise<StoredRun> {
  const size = (await store.head(origin))?.size ?? 0;
  const lines: string[] = [];
  while (lines.length < size) {
    const next = await store.lines(origin, lines.length, lines.length + page);
    if (next.length === 0) throw new TraceError("truncated");
    lines.push(...next);
  }
  const disclosures = await store.disclosures(origin, 0, lines.length);
  const last = (await store.checkpoints(origin)).at(-1);
  const sealed = last === undefined ? emptyState(origin) : sealedState(origin, lines, last.note, vkey);
  const state = stateOfLines(origin, lines.slice(sealed.size), sealed);
  return { lines, disclosures, events: readEvents(origin, lines, disclosures), state };
}

function sealedState(origin: string, lines: readonly string[], note: string, vkey: string): RunLogState {
  const { checkpoint } = openCheckpoint(note, [parseVkey(vkey)]);
  if (checkpoint.origin !== origin || lines.length < checkpoint.size) throw new TraceError("truncated");
  const state = stateOfLines(origin, lines.slice(0, checkpoint.size));
  if (!equalBytes(rootOf(state.range), checkpoint.root)) throw new TraceError("bad-checkpoint", "not this log");
  return { ...state, sealed: checkpoint.size };
}
