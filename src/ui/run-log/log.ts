import { isKind, jsonObject } from "#engine";
import type { EventKind, JsonObject, JsonValue, RunEvent } from "#engine";

export type EventOfKind<K extends EventKind> = Extract<RunEvent, { kind: K }>;

/** A log with the look-ups that the views share. */
export interface Log {
  readonly events: readonly RunEvent[];
  /** Everything under one step key, ascending. */
  at(key: string): readonly RunEvent[];
  /** The last event of that kind under the key. */
  find<K extends EventKind>(kind: K, key: string): EventOfKind<K> | undefined;
  /** The step of that number. */
  step(seq: number): RunEvent | undefined;
  /** Everything of the turn of that key (`t2`), the checks about its texts among it, ascending. */
  turn(key: string): readonly RunEvent[];
  /** Everything that names that permission, ascending. */
  grant(grantId: string): readonly RunEvent[];
}

/** A log that is still being read: it takes further steps, each in its turn. */
export interface GrowingLog extends Log {
  add(events: readonly RunEvent[]): void;
}

export function logOf(events: readonly RunEvent[]): Log {
  const log = growingLog();
  log.add(events);
  return log;
}

export function growingLog(): GrowingLog {
  const events: RunEvent[] = [];
  const byKey = new Map<string, RunEvent[]>();
  const byTurn = new Map<string, RunEvent[]>();
  const byGrant = new Map<string, RunEvent[]>();
  const at = (key: string): readonly RunEvent[] => byKey.get(key) ?? [];
  return {
    events,
    at,
    find<K extends EventKind>(kind: K, key: string) {
      return at(key).findLast((event): event is EventOfKind<K> => isKind(event, kind));
    },
    step(seq) {
      const event = events[seq - (events[0]?.seq ?? 0)];
      return event?.seq === seq ? event : events.find((each) => each.seq === seq);
    },
    turn: (key) => byTurn.get(key) ?? [],
    grant: (grantId) => byGrant.get(grantId) ?? [],
    add(more) {
      for (const event of more) {
        events.push(event);
        file(byKey, event.key, event);
        file(byTurn, turnKey(aboutKey(event.key)), event);
        if ("grantId" in event.attrs) file(byGrant, event.attrs.grantId, event);
      }
    },
  };
}

/** The same log with these steps in place of its own. */
export function withSteps(log: Log, steps: ReadonlyMap<number, RunEvent>): Log {
  const whole = (event: RunEvent) => steps.get(event.seq) ?? event;
  const at = (key: string) => log.at(key).map(whole);
  return {
    ...log,
    at,
    find<K extends EventKind>(kind: K, key: string) {
      return at(key).findLast((event): event is EventOfKind<K> => isKind(event, kind));
    },
    step(seq) {
      const event = log.step(seq);
      return event && whole(event);
    },
  };
}

function file(shelf: Map<string, RunEvent[]>, key: string, event: RunEvent): void {
  const same = shelf.get(key);
  if (same === undefined) shelf.set(key, [event]);
  else same.push(event);
}

/** The key of the text that a check is about; another key as it is. */
function aboutKey(key: string): string {
  return key.replace(/^(?:fw|judge|transformer)\/[^/]+\/[^/]+\//u, "");
}

/** `t2/agent/0/h1.c0` belongs to turn `t2`. */
export function turnKey(key: string): string {
  return /(?:^|\/)(t\d+)(?:\/|$)/u.exec(key)?.[1] ?? "";
}

/** The step key of a value's name: what stands before the field. */
export function withoutField(ref: string): string {
  return ref.split("#")[0] ?? ref;
}

/** Who spoke in the turn of that key. */
export function speakerOf(log: Log, key: string): string | undefined {
  const name = log.find("turn.start", turnKey(key))?.values.speaker?.["name"];
  return typeof name === "string" ? name : undefined;
}

export function asObject(value: JsonValue | undefined): JsonObject {
  const parsed = jsonObject.safeParse(value);
  return parsed.success ? parsed.data : {};
}

export function textAt(value: JsonValue | undefined, name: string): string {
  const found = asObject(value)[name];
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}
