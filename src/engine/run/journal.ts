import { likeness } from "./as-recorded.ts";
import { createBreakOff } from "./broken-off.ts";
import { recoveryKinds, type EventKind } from "./event-kinds.ts";
import { isKind, type EventDraft, type RunEvent } from "./events.ts";
import { RunError } from "./errors.ts";
import { createTurnstile } from "./turnstile.ts";

/** Where events go: the sealed log. Resolves when the event is as durable as its kind demands. */
export interface EventSink {
  append(draft: EventDraft): Promise<RunEvent>;
}

/**
 * The run's memory. Each event has an identity (kind and step key) and is recorded once: asked for again, the journal
 * answers with what the log already holds. That is all that resume and replay need.
 */
export interface Journal {
  readonly runId: string;
  /** What this execution has reached so far, in recorded order. Decisions fold over these only, so that a resume decides alike. */
  reached(): readonly RunEvent[];
  record<D extends EventDraft>(draft: D): Promise<Recorded<D["kind"]>>;
  /** Whether the log holds such an event, reached or not. */
  holds(kind: EventKind, key: string): boolean;
  /** Reaches, in recorded order, every event of this execution whose key begins so, and gives them. */
  adopt(prefix: string): Promise<readonly RunEvent[]>;
  /** The recorded answer of the outside world, delivered in recorded order; undefined when there is none yet. */
  answer<K extends EventKind>(kind: K, key: string): Promise<Extract<RunEvent, { kind: K }> | undefined>;
  /**
   * Resolves when the next event of what has this key comes up in recorded order; where the log holds no more of it, as
   * caughtUp. Whoever shares something with others takes hold of it then, so that a replay shares it out alike.
   */
  turnOf(key: string): Promise<void>;
  /** Whether the log holds more of what has this key than was reached. */
  hasMoreOf(key: string): boolean;
  /** Resolves once all that the log holds of this execution was reached or passed over. */
  caughtUp(): Promise<void>;
  /** Time of the latest event reached (ms since the epoch): the only clock a run has, and equal in a replay. */
  now(): number;
}

export interface Recorded<K extends EventKind> {
  readonly event: Extract<RunEvent, { kind: K }>;
  /** True when this execution wrote it; false when an earlier one did. */
  readonly fresh: boolean;
}

export interface JournalOptions {
  readonly runId: string;
  readonly sink: EventSink;
  /** Everything the log already holds, ascending by seq. */
  readonly recorded: readonly RunEvent[];
  /** Events before this position are history (earlier turns); from here on they are run again. */
  readonly pendingFrom: number;
  /** Resolves once everything that can run without an outside answer has run (a macrotask). */
  readonly idle: () => Promise<void>;
  /** Sees every event as it is reached: feeds the caller of `run`. */
  readonly onReached?: (event: RunEvent, fresh: boolean) => void;
}

export function createJournal(options: JournalOptions): Journal {
  const { known, reached, pending } = sortOut(options);
  const writing = new Map<string, Promise<RunEvent>>();
  const turnstile = createTurnstile(
    pending.map(({ seq }) => seq),
    options.idle,
  );
  const seen = new Set(reached.map((event) => event.seq));

  const brokenOff = createBreakOff(pending, ({ seq }) => seen.has(seq));

  const nextOf = (key: string): RunEvent | undefined =>
    pending.find((event) => !seen.has(event.seq) && isOwn(event, key));

  function reach(event: RunEvent, fresh: boolean): void {
    if (seen.has(event.seq)) return;
    seen.add(event.seq);
    reached.push(event);
    options.onReached?.(event, fresh);
  }

  /** New events come after everything recorded, and two branches that record the same event record it once. */
  async function write(draft: EventDraft): Promise<RunEvent> {
    if (!turnstile.isOver()) await turnstile.over();
    const end = brokenOff(draft);
    if (end !== undefined) throw end;
    const event = await options.sink.append(draft);
    known.add(event);
    reach(event, true);
    return event;
  }

  return {
    runId: options.runId,
    reached: () => reached,
    now: () => reached.at(-1)?.time ?? 0,
    async turnOf(key) {
      const next = turnstile.isOver() ? undefined : nextOf(key);
      await (next === undefined ? turnstile.over() : turnstile.next(next.seq));
    },
    hasMoreOf: (key) => !turnstile.isOver() && nextOf(key) !== undefined,
    caughtUp: () => turnstile.over(),
    holds: (kind, key) => known.get(kind, key) !== undefined,
    async record<D extends EventDraft>(draft: D): Promise<Recorded<D["kind"]>> {
      const id = `${draft.kind} ${draft.key}`;
      const underWay = writing.get(id);
      if (underWay !== undefined) await underWay;
      const before = known.get(draft.kind, draft.key);
      if (before === undefined) {
        const written = write(draft).finally(() => writing.delete(id));
        writing.set(id, written);
        return { event: ofKind<D["kind"]>(await written, draft.kind), fresh: true };
      }
      if (!seen.has(before.seq)) await turnstile.pass(before.seq);
      requireEqual(before, draft);
      reach(before, false);
      return { event: ofKind<D["kind"]>(before, draft.kind), fresh: false };
    },
    async adopt(prefix) {
      const events = known.from(options.pendingFrom).filter(({ key }) => key.startsWith(prefix));
      for (const event of events) {
        if (!seen.has(event.seq)) await turnstile.pass(event.seq);
        reach(event, false);
      }
      return events;
    },
    async answer<K extends EventKind>(kind: K, key: string) {
      const event = known.get(kind, key);
      if (event === undefined || !isKind(event, kind)) return undefined;
      if (!seen.has(event.seq)) await turnstile.pass(event.seq);
      reach(event, false);
      return event;
    },
  };
}

/** What the log holds: by identity, of earlier turns, and of this one. */
function sortOut({ recorded, pendingFrom }: JournalOptions) {
  const known = createKnown();
  const reached: RunEvent[] = [];
  const pending: RunEvent[] = [];
  for (const event of recorded) {
    if (recoveryKinds.has(event.kind)) continue;
    // What was recorded first stands; a second one could only have been written by hand.
    if (known.get(event.kind, event.key) === undefined) known.add(event);
    if (event.seq >= pendingFrom) pending.push(event);
    else reached.push(event);
  }
  return { known, reached, pending };
}

/** Written by a person or for them, at a time of their own. */
const fromPeople: ReadonlySet<EventKind> = new Set<EventKind>(["approval.decision", "approval.timeout"]);

/** Events of one call have its key, one below it, or stand on it (`fw/…/<key>#content`). */
function isOwn(event: RunEvent, key: string): boolean {
  if (fromPeople.has(event.kind)) return false;
  const from = event.key.indexOf(key);
  return from !== -1 && ["", "/", "#"].includes(event.key.charAt(from + key.length));
}

/** Events by identity. Kind and key stay apart: joining them for each event of a long chat costs more than looking twice. */
function createKnown() {
  const byKind = new Map<EventKind, Map<string, RunEvent>>();
  return {
    get: (kind: EventKind, key: string) => byKind.get(kind)?.get(key),
    add(event: RunEvent): void {
      const ofKind = byKind.get(event.kind) ?? new Map<string, RunEvent>();
      byKind.set(event.kind, ofKind.set(event.key, event));
    },
    /** In recorded order. */
    from: (seq: number): readonly RunEvent[] =>
      [...byKind.values()]
        .flatMap((events) => [...events.values()].filter((event) => event.seq >= seq))
        .sort((one, other) => one.seq - other.seq),
  };
}

function ofKind<K extends EventKind>(event: RunEvent, kind: K): Extract<RunEvent, { kind: K }> {
  if (!isKind(event, kind)) throw new RunError("journal-mismatch");
  return event;
}

function requireEqual(recorded: RunEvent, draft: EventDraft): void {
  const found = likeness(recorded, draft);
  if (found.is === "different") throw mismatch(draft);
  if (found.is === "erased")
    throw new RunError(
      "value-erased",
      `The ${found.field} of ${draft.kind} was erased, so this run cannot be continued.`,
    );
}

function mismatch(draft: EventDraft): RunError {
  return new RunError(
    "journal-mismatch",
    `This run was recorded differently at ${draft.key} (${draft.kind}), so it cannot be continued with this flow.`,
  );
}
