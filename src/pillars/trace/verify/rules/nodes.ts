import { isKind, type EventOf } from "#engine";
import type { Finding, Rule } from "../rule.ts";

/** S06: in a turn that ended, every node that started has ended. */
export function nodeRule(): Rule {
  const running = new Map<string, EventOf<"node.start">>();
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "node.start")) running.set(event.key, event);
    if (isKind(event, "node.end")) running.delete(event.key);
    if (!isKind(event, "turn.end")) return [];
    const findings: Finding[] = [];
    for (const { seq, key } of running.values()) {
      findings.push({ code: "S06", step: seq, message: `${key} started at step ${seq} and never ended.` });
    }
    running.clear();
    return findings;
  };
  return { step };
}
