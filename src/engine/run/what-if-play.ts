import { likeness } from "./as-recorded.ts";
import { recoveryKinds, type EventKind } from "./event-kinds.ts";
import { isKind, type EventDraft, type RunEvent } from "./events.ts";

/** Something that came out otherwise than recorded, or that the record does not have. */
export interface Change {
  readonly event: RunEvent;
  readonly recorded: RunEvent | undefined;
}

/** What an answer answers. */
const questions: Partial<Record<EventKind, EventKind>> = {
  "llm.response": "llm.request",
  "guardrail.response": "guardrail.request",
  "tool.result": "tool.call",
  "sandbox.end": "sandbox.start",
};

/** What a model may have read, or what was asked of the world. Changed once, no answer of a model is known any more. */
const readByModels: ReadonlySet<EventKind> = new Set<EventKind>([
  "message",
  "node.start",
  "node.end",
  "llm.request",
  "retrieval.query",
  "retrieval.result",
  "tool.call",
  "privilege.deny",
  "sandbox.start",
]);

/** What was played so far, and how it stands to the record. */
export function createPlay(recorded: readonly RunEvent[]) {
  const known = byIdentity(recorded);
  const played = new Map<string, RunEvent>();
  const reached: RunEvent[] = [];
  let changes: readonly Change[] = [];
  const changed = new Set<string>();
  let isReadChanged = false;

  function reach(recordedOrNew: RunEvent): RunEvent {
    const event = { ...recordedOrNew, seq: reached.length };
    played.set(identity(event), event);
    reached.push(event);
    return event;
  }

  function give(draft: EventDraft): RunEvent {
    const before = known.get(identity(draft));
    if (before !== undefined && likeness(before, draft).is === "same") return reach(before);
    const time = Math.max(before?.time ?? 0, reached.at(-1)?.time ?? 0);
    const asked = sameCall(before, draft);
    const event = reach({ ...(asked ?? draft), seq: 0, time });
    changes = [...changes, { event, recorded: before }];
    if (asked !== undefined || (before !== undefined && lostTools(before, event) !== undefined)) return event;
    changed.add(identity(draft));
    if (isRead(event, before)) isReadChanged = true;
    return event;
  }

  return {
    known,
    played,
    reached,
    changes: () => changes,
    reach,
    give,
    /** Puts what the record holds of a turn in place of what was played of it; only what the record has too stays changed. */
    takeOver(turn: readonly RunEvent[]): void {
      const from = reached.findIndex(({ kind, key }) => kind === turn[0]?.kind && key === turn[0].key);
      for (const event of from === -1 ? [] : reached.splice(from)) played.delete(identity(event));
      changes = changes.filter(({ event, recorded: before }) => event.seq < from || before !== undefined);
      isReadChanged = changes.some(({ event, recorded: before }) => isRead(event, before));
      for (const event of turn) reach(event);
    },
    /** Whether a person's word stands: they were asked about this very call, whichever rule had them asked. */
    standsFor(key: string): boolean {
      const request = identity({ kind: "approval.request", key: key.replace(/\/person-\d+$/u, "") });
      return played.has(request) && !changed.has(request);
    },
    /** Whether the world was asked the very same. */
    isAnswered(kind: EventKind, key: string): boolean {
      const question = questions[kind];
      if (question === undefined) return kind === "budget.claim" || !isReadChanged;
      if (changed.has(identity({ kind: question, key }))) return false;
      return kind !== "llm.response" || !isReadChanged;
    },
    /** A model that was offered fewer tools is taken to answer alike unless it used one of those. */
    toolsLostTo(event: RunEvent) {
      const request = identity({ kind: "llm.request", key: event.key });
      const [was, now] = [known.get(request), played.get(request)];
      const lost = was === undefined || now === undefined ? undefined : lostTools(was, now);
      if (lost === undefined || !isKind(event, "llm.response")) return { isUnknown: false, isAssumed: false };
      const calls = event.values.toolCalls;
      const used = calls?.flatMap(({ tool }) => (typeof tool === "string" ? [tool] : []));
      return { isUnknown: calls === undefined, isAssumed: true, missed: used?.find((tool) => lost.has(tool)) };
    },
  };
}

export function identity({ kind, key }: { readonly kind: EventKind; readonly key: string }): string {
  return `${kind} ${key}`;
}

function byIdentity(recorded: readonly RunEvent[]): ReadonlyMap<string, RunEvent> {
  const known = new Map<string, RunEvent>();
  for (const event of recorded) {
    const id = identity(event);
    if (!recoveryKinds.has(event.kind) && !known.has(id)) known.set(id, event);
  }
  return known;
}

function isRead(event: RunEvent, before: RunEvent | undefined): boolean {
  if (!isKind(event, "guardrail.result")) return readByModels.has(event.kind);
  const was = before !== undefined && isKind(before, "guardrail.result") ? before.values.after : undefined;
  return event.values.after !== was;
}

/**
 * The request with the digest that the recorded decision names, where the same people are asked about the same call and only
 * why they are is another; undefined for every other event.
 */
function sameCall(before: RunEvent | undefined, draft: EventDraft): EventDraft | undefined {
  if (before === undefined || !isKind(before, "approval.request") || draft.kind !== "approval.request")
    return undefined;
  const { rule, checks } = before.values;
  // Of a request that was erased nobody knows what it was about.
  if (rule === undefined || checks === undefined) return undefined;
  const { why, argsDigest } = before.attrs;
  const asBefore = { ...draft, attrs: { ...draft.attrs, why }, values: { ...draft.values, rule, checks } };
  if (likeness(before, asBefore).is !== "same") return undefined;
  return { ...draft, attrs: { ...draft.attrs, argsDigest } };
}

/** The tools that a model is not offered any more; undefined unless nothing else about the request changed. */
function lostTools(before: RunEvent, event: RunEvent): ReadonlySet<string> | undefined {
  if (!isKind(before, "llm.request") || !isKind(event, "llm.request")) return undefined;
  const { tools } = before.attrs;
  const kept = new Set(event.attrs.tools);
  const lost = new Set(tools.filter((tool) => !kept.has(tool)));
  if (lost.size === 0 || lost.size + kept.size !== tools.length) return undefined;
  const asOffered = { ...event, attrs: { ...event.attrs, tools } };
  const { instructions } = event.values;
  if (instructions === undefined) return undefined;
  return likeness(before, { ...asOffered, values: { instructions } }).is === "same" ? lost : undefined;
}
