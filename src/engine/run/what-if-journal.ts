import type { EventKind } from "./event-kinds.ts";
import { isKind, type EventDraft, type RunEvent } from "./events.ts";
import { RunError } from "./errors.ts";
import type { Journal, Recorded } from "./journal.ts";
import { createPlay, identity, type Change } from "./what-if-play.ts";

/** An answer of the outside world that the record cannot give, because it was never asked this. */
export interface Lacking {
  readonly kind: EventKind;
  readonly key: string;
  /** The tool that the recorded answer uses and that the model would not have been offered. */
  readonly withoutTool?: string;
}

/**
 * The memory of a run that is played again through a changed plan. What follows from the plan is worked out anew and kept;
 * what only the world can say is taken from the record, and only where the world was asked the very same. Nothing is written.
 */
export interface WhatIfJournal extends Journal {
  readonly changes: () => readonly Change[];
  /** The first answer that is lacking. From there on nothing can be said, and every call of the journal fails. */
  readonly lacking: () => Lacking | undefined;
  /** Whether an answer was taken that a model gave when it was offered more tools than now, none of which it used. */
  readonly assumes: () => boolean;
  /** Takes over what the record holds of a turn that a person or a crash cut off: it ends where the record does. */
  readonly endAsRecorded: (turn: readonly RunEvent[]) => void;
}

const fromPeople: ReadonlySet<EventKind> = new Set<EventKind>(["approval.decision", "approval.timeout"]);

/**
 * `recorded` is the whole log, ascending. `withoutClaims` where the limits of the day are others than those under which it was
 * recorded: what was claimed then says nothing now.
 */
export function createWhatIfJournal(
  runId: string,
  recorded: readonly RunEvent[],
  { withoutClaims = false } = {},
): WhatIfJournal {
  const play = createPlay(recorded);
  const { known, played } = play;
  let hasAssumed = false;
  let lacking: Lacking | undefined;

  /** Throws: nothing after this can be known. */
  function lack(kind: EventKind, key: string, withoutTool?: string): never {
    lacking ??= { kind, key, ...(withoutTool === undefined ? {} : { withoutTool }) };
    throw new RunError("journal-mismatch", `The record has no ${kind} at ${key}.`);
  }

  function requireAnswers(): void {
    if (lacking !== undefined) lack(lacking.kind, lacking.key);
  }

  return {
    runId,
    assumes: () => hasAssumed,
    endAsRecorded(turn) {
      lacking = undefined;
      play.takeOver(turn);
    },
    changes: play.changes,
    lacking: () => lacking,
    reached: () => play.reached,
    now: () => play.reached.at(-1)?.time ?? 0,
    turnOf: async () => requireAnswers(),
    hasMoreOf: () => false,
    caughtUp: async () => requireAnswers(),
    holds(kind, key) {
      // When a person stopped it says nothing about when they would have.
      if (kind === "kill.switch") return false;
      const id = identity({ kind, key });
      return played.has(id) || (kind !== "node.start" && known.has(id));
    },
    async record<D extends EventDraft>(draft: D): Promise<Recorded<D["kind"]>> {
      requireAnswers();
      const id = identity(draft);
      const event = played.get(id) ?? play.give(draft);
      return { event: ofKind<D["kind"]>(event, draft.kind), fresh: !known.has(id) };
    },
    async adopt(prefix) {
      requireAnswers();
      const events = recorded.filter(({ key }) => key.startsWith(prefix));
      // What code did with its tools was decided under the old plan; under this one it would have to run again.
      if (events[0] !== undefined) lack("sandbox.end", events[0].key);
      return events;
    },
    async answer(kind, key) {
      requireAnswers();
      const event = known.get(identity({ kind, key }));
      if (fromPeople.has(kind) ? event === undefined || !play.standsFor(key) : kind === "kill.switch") return undefined;
      const isClaimLost = kind === "budget.claim" && withoutClaims;
      if (event === undefined || isClaimLost || !play.isAnswered(kind, key)) return lack(kind, key);
      const offered = play.toolsLostTo(event);
      if (offered.missed !== undefined) lack(kind, key, offered.missed);
      if (offered.isUnknown) lack(kind, key);
      hasAssumed ||= offered.isAssumed;
      return ofKind(played.get(identity(event)) ?? play.reach(event), kind);
    },
  };
}

function ofKind<K extends EventKind>(event: RunEvent, kind: K): Extract<RunEvent, { kind: K }> {
  if (!isKind(event, kind)) throw new RunError("journal-mismatch");
  return event;
}
