import { isKind, type EventOf } from "#engine";
import type { Finding, SealedRun } from "../semantics.ts";

/** S06: in a turn that ended, every node that started has ended. */
export function nodeRule({ events }: SealedRun): Finding[] {
  const running = new Map<string, EventOf<"node.start">>();
  const findings: Finding[] = [];
  for (const event of events) {
    if (isKind(event, "node.start")) running.set(event.key, event);
    if (isKind(event, "node.end")) running.delete(event.key);
    if (!isKind(event, "turn.end")) continue;
    for (const { seq, key } of running.values()) {
      findings.push({ code: "S06", step: seq, message: `${key} started at step ${seq} and never ended.` });
    }
    running.clear();
  }
  return findings;
}
