import { parseRunEvent, type EventDraft, type EventSink, type RunEvent } from "#engine";
import { TraceError, type Journal as TraceJournal, type TracedEvent } from "#pillars/trace";

type Salts = Readonly<Record<string, string>>;

/** Takes values whose digests somebody has signed already with the salts that make these digests. */
export interface SaltedSink extends EventSink {
  append(draft: EventDraft, salts?: Salts): Promise<RunEvent>;
}

/** The engine's log, over the sealed one. */
export function sinkOf(journal: TraceJournal, onEvent: (event: RunEvent) => void): SaltedSink {
  return {
    async append(draft: EventDraft, salts: Salts = {}) {
      const traced = await journal.append({ ...draft, salts });
      // What was just written has the draft's own type; only the log fills in the digest of a request's arguments.
      const event: RunEvent =
        draft.kind === "approval.request" ? runEventOf(traced) : { ...draft, seq: traced.seq, time: traced.time };
      onEvent(event);
      return event;
    },
  };
}

/** A traced event without its digests. Throws TraceError bad-line when it is of no known kind and shape. */
export function runEventOf(traced: TracedEvent): RunEvent {
  const { digests: _, ...plain } = traced;
  const event = parseRunEvent(plain);
  if (event === undefined) throw new TraceError("bad-line", `step ${traced.seq}`);
  return event;
}
