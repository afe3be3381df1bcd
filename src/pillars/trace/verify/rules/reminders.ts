import { isKind, type EventOf } from "#engine";
import type { Rule } from "../rule.ts";

/** S09: a reminder is about a request that waits, comes once, and between its own time and the request's end. */
export function reminderRule(): Rule {
  const reminded = new Set<string>();
  const waiting = new Map<string, EventOf<"approval.request">>();
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "approval.request")) waiting.set(event.attrs.approvalId, event);
    if (isKind(event, "approval.timeout")) waiting.delete(event.attrs.approvalId);
    if (isKind(event, "approval.decision")) {
      const request = waiting.get(event.attrs.approvalId);
      const isOver = event.attrs.decision === "deny" || (request?.attrs.people ?? 1) === 1;
      if (isOver) waiting.delete(event.attrs.approvalId);
    }
    if (isKind(event, "turn.end")) waiting.clear();
    if (!isKind(event, "approval.reminder")) return [];
    const { remindAt, expiresAt } = waiting.get(event.attrs.approvalId)?.attrs ?? {};
    const isDue = remindAt !== undefined && event.time >= remindAt && event.time <= (expiresAt ?? 0) + clockTolerance;
    const isFirst = !reminded.has(event.attrs.approvalId);
    reminded.add(event.attrs.approvalId);
    if (isDue && isFirst) return [];
    return [{ code: "S09", step: event.seq, message: `At step ${event.seq}, a reminder fits no request that waited.` }];
  };
  return { step };
}

/** The moment is looked up a little before it is recorded. */
const clockTolerance = 60_000;
