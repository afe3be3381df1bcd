import { parseRunEvent, type EventDraft, type EventSink, type RunEvent } from "#engine";
import type { Journal } from "./journal.ts";
import { TraceError } from "./trace-error.ts";

/** The journal as the engine wants it: every draft must have the exact shape of its kind before it is recorded. */
export function eventSink(journal: Pick<Journal, "append">): EventSink {
  return {
    async append(draft: EventDraft): Promise<RunEvent> {
      if (parseRunEvent({ ...draft, seq: 0, time: 0 }) === undefined) throw new TraceError("bad-line", draft.kind);
      const { digests: _digests, ...event } = await journal.append(draft);
      const recorded = parseRunEvent(event);
      if (recorded === undefined) throw new TraceError("bad-line", draft.kind);
      return recorded;
    },
  };
}
