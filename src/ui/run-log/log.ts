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
}

export function logOf(events: readonly RunEvent[]): Log {
  const byKey = new Map<string, RunEvent[]>();
  for (const event of events) {
    const same = byKey.get(event.key);
    if (same === undefined) byKey.set(event.key, [event]);
    else same.push(event);
  }
  const at = (key: string): readonly RunEvent[] => byKey.get(key) ?? [];
  return {
    events,
    at,
    find<K extends EventKind>(kind: K, key: string) {
      return at(key).findLast((event): event is EventOfKind<K> => isKind(event, kind));
    },
  };
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
