import { recoveryKinds, volatileAttrs, type RunEvent } from "#engine";
import { canonicalize } from "./canonical.ts";
import type { JsonValue } from "./event.ts";

/** What is left of an event when everything that belongs to one execution is taken away. */
export interface NormalEvent {
  readonly key: string;
  readonly kind: string;
  /** Which one of several events of this key and kind. */
  readonly ordinal: number;
  readonly node: string;
  readonly actor: string;
  readonly attrs: Readonly<Record<string, JsonValue>>;
  readonly values: Readonly<Record<string, JsonValue>>;
}

// What belongs to the machine and the moment. `events` of run.close counts the recovery events too.
const executionAttrs: readonly string[] = [
  "host",
  "seed",
  "events",
  "cpuMs",
  "memoryBytes",
  "argsDigest",
  "approver",
  "signature",
  "cosigned",
];
const idAttrs: readonly string[] = ["grantId", "approvalId"];

/**
 * The same run on another host, or with other crashes on the way, gives the same result here: times, positions, salts,
 * digests and recovery events are dropped, ids are named after the step that made them, order is by key, kind, ordinal.
 */
export function normalise(events: readonly RunEvent[]): NormalEvent[] {
  const recovery: ReadonlySet<string> = recoveryKinds;
  const kept = events.filter(({ kind }) => !recovery.has(kind));
  const names = nameIds(kept);
  const ordinals = new Map<string, number>();
  return kept
    .map((event) => {
      const place = `${event.key} ${event.kind}`;
      const ordinal = ordinals.get(place) ?? 0;
      ordinals.set(place, ordinal + 1);
      return plain(event, ordinal, names);
    })
    .sort((a, b) => compare(a.key, b.key) || compare(a.kind, b.kind) || a.ordinal - b.ordinal);
}

function plain(event: RunEvent, ordinal: number, names: ReadonlyMap<JsonValue, string>): NormalEvent {
  const skip = new Set([...executionAttrs, ...(volatileAttrs[event.kind] ?? [])]);
  const attrs = members(event.attrs).flatMap(([name, value]): [string, JsonValue][] => {
    if (skip.has(name)) return [];
    return [[name, idAttrs.includes(name) ? (names.get(value) ?? value) : value]];
  });
  return {
    key: event.key,
    kind: event.kind,
    ordinal,
    node: event.node?.id ?? "",
    actor: `${event.actor.type} ${event.actor.ref}`,
    attrs: Object.fromEntries(attrs),
    values: Object.fromEntries(members(event.values)),
  };
}

/** An id is named after the first step that mentions it. */
function nameIds(events: readonly RunEvent[]): Map<JsonValue, string> {
  const names = new Map<JsonValue, string>();
  for (const { key, kind, attrs } of events) {
    for (const [name, value] of members(attrs)) {
      if (idAttrs.includes(name) && !names.has(value)) names.set(value, `${kind} of ${key}`);
    }
  }
  return names;
}

function members(record: object): [string, JsonValue][] {
  const json: unknown = JSON.parse(canonicalize(record));
  return Object.entries(json ?? {});
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
