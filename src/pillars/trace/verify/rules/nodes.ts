import { isKind, type EventOf, type RunEvent } from "#engine";
import type { Finding, Rule } from "../rule.ts";

/** S06: in a turn that ended, every node that started has ended; and only a node that runs ends or does anything. */
export function nodeRule(): Rule {
  const running = new Map<string, EventOf<"node.start">>();
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "node.start")) running.set(event.key, event);
    if (isKind(event, "node.end") && !running.delete(event.key))
      return [fault(event.seq, `${event.key} ended without a start`)];
    if (acts(event) && !running.has(event.parent ?? ""))
      return [fault(event.seq, "something was done by a node that did not run")];
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

function acts(event: RunEvent): boolean {
  return isKind(event, "llm.request") || isKind(event, "tool.call") || isKind(event, "sandbox.start");
}

function fault(step: number, what: string): Finding {
  return { code: "S06", step, message: `At step ${step}, ${what}.` };
}
