import type { RunEvent } from "#engine";
import type { Finding, Rule } from "./rule.ts";

/** What a rule finds in these events. */
export function findingsOf(rule: Rule, events: readonly RunEvent[]): readonly Finding[] {
  for (const event of events) rule.first?.(event);
  return events.flatMap((event) => rule.step({ event, digests: {}, leaf: () => "" }));
}
