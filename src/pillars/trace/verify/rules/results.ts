import { isKind, type EventOf } from "#engine";
import type { Finding, Rule } from "../rule.ts";
import { createOpenList } from "./open-list.ts";

/**
 * S05: no node is done while a call that it made has no result, unless the call was refused; and nothing
 * answers what was not asked before, or answers it twice.
 */
export function resultRule(): Rule {
  const calls = createOpenList<EventOf<"tool.call"> & { readonly kind: "tool.call" }>();
  const asked = new Set<string>();
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "tool.call")) calls.open(event);
    if (isKind(event, "tool.result") || isKind(event, "privilege.deny")) calls.settle(event.key);
    const late = calls.overdue(event).map(({ seq, attrs }): Finding => {
      return { code: "S05", step: seq, message: `The result of ${attrs.tool} at step ${seq} is missing.` };
    });
    if (questions.has(event.kind)) asked.add(`${event.kind} ${event.key}`);
    const question = questionOf[event.kind];
    if (question === undefined || asked.delete(`${question} ${event.key}`)) return late;
    return [
      ...late,
      { code: "S05", step: event.seq, message: `At step ${event.seq} stands an answer to nothing that was asked.` },
    ];
  };
  return { step };
}

const questionOf: Readonly<Record<string, string>> = {
  "tool.result": "tool.call",
  "llm.response": "llm.request",
  "guardrail.response": "guardrail.request",
  "sandbox.end": "sandbox.start",
};
const questions: ReadonlySet<string> = new Set(Object.values(questionOf));
