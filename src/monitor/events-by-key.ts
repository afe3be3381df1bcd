import type { RunEvent } from "#engine";

const indexes = new WeakMap<readonly RunEvent[], ReadonlyMap<string, readonly RunEvent[]>>();

/** The events of a finished list that have a key. The list is read once: what is asked of each of its events stays linear. */
export function eventsAt(events: readonly RunEvent[], key: string): readonly RunEvent[] {
  const known = indexes.get(events);
  if (known !== undefined) return known.get(key) ?? [];
  const made = new Map<string, RunEvent[]>();
  for (const event of events) {
    const same = made.get(event.key);
    if (same === undefined) made.set(event.key, [event]);
    else same.push(event);
  }
  indexes.set(events, made);
  return made.get(key) ?? [];
}
