import type { EventDraft, TracedEvent } from "./event.ts";
import type { Appended, RunLog } from "./log.ts";
import type { RunBatch, RunHead, TraceStore } from "./store.ts";
import { TraceError } from "./trace-error.ts";

/** Where a run records itself. Order of calls is order of events. */
export interface Journal {
  readonly origin: string;
  /**
   * Seals the draft at the call. Resolves with the event: at once for relaxed kinds, when it is on disk for strict ones.
   * Rejects with TraceError; after a failed write every later call rejects, because nothing may happen unrecorded.
   */
  append(draft: EventDraft): Promise<TracedEvent>;
  /** Resolves when everything appended so far is stored. */
  flush(): Promise<void>;
  /** Stores everything under a signed checkpoint that covers the last event: needed before an export. */
  seal(): Promise<void>;
  /** Number of events appended. */
  size(): number;
}

export interface JournalOptions {
  readonly log: RunLog;
  readonly store: TraceStore;
  /** Called synchronously with each event in order, before it is stored: for views that follow a live run. */
  readonly onEvent?: (event: TracedEvent) => void;
}

/** One queue per run: events gather while a write is under way and go into the store together with the next one. */
export function createJournal({ log, store, onEvent }: JournalOptions): Journal {
  const { origin } = log;
  let stored: RunHead = headOf(log);
  let pending: Appended[] = [];
  let sealing = false;
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let failure: TraceError | undefined;

  async function append(draft: EventDraft): Promise<TracedEvent> {
    if (failure) throw failure;
    const appended = log.append(draft);
    pending.push(appended);
    onEvent?.(appended.event);
    const written = drain();
    if (appended.strict) await written;
    return appended.event;
  }

  /** The next turn of the queue: one microtask away, or when the write that is under way has ended. */
  function drain(): Promise<void> {
    next ??= last = last.then(writePending).catch(fail);
    // A relaxed append does not wait; its failure is told by the next call.
    next.catch(() => undefined);
    return next;
  }

  function fail(cause: unknown): never {
    failure ??= asTraceError(cause);
    throw failure;
  }

  async function writePending(): Promise<void> {
    next = undefined;
    const rows = pending;
    const head = headOf(log);
    pending = [];
    const due = log.checkpointDue() || (sealing && log.state().sealed < head.size);
    sealing = false;
    const signed = due ? await log.checkpoint() : undefined;
    if (rows.length === 0 && signed === undefined) return;
    const batch: RunBatch = {
      expected: stored,
      lines: rows.map(({ line }) => line),
      disclosures: rows.flatMap(({ disclosures }) => disclosures),
      head,
      ...(signed && { checkpoint: signed }),
      durability: signed || rows.some(({ strict }) => strict) ? "strict" : "relaxed",
    };
    await store.append(origin, batch);
    stored = head;
  }

  async function flush(): Promise<void> {
    if (failure) throw failure;
    await drain();
  }

  async function seal(): Promise<void> {
    sealing = true;
    await flush();
  }

  return { origin, append, flush, seal, size: () => log.state().size };
}

function headOf(log: RunLog): RunHead {
  const { size, prev } = log.state();
  return { size, prev };
}

function asTraceError(cause: unknown): TraceError {
  return cause instanceof TraceError ? cause : new TraceError("store-failed", undefined, { cause });
}
