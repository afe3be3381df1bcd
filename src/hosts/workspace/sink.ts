import { parseRunEvent, type EventDraft, type EventSink, type RunEvent } from "#engine";
import { TraceError, type Journal as TraceJournal, type TracedEvent } from "#pillars/trace";

/** The engine's log, over the sealed one. Every event that comes back has been checked against its kind. */
export function sinkOf(journal: TraceJournal, onEvent: (event: RunEvent) => void): EventSink {
  return {
    async append(draft: EventDraft) {
      const event = runEventOf(await journal.append(draft));
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
