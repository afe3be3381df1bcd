import { isKind, openTurn, type RunEvent } from "#engine";
import { waitingRequests } from "#monitor";
import type { RunSummary } from "#store";

/** Events after which a run may stand elsewhere than before. */
export const turningPoints: ReadonlySet<RunEvent["kind"]> = new Set([
  "turn.start",
  "turn.end",
  "approval.request",
  "approval.decision",
  "approval.timeout",
  "run.close",
]);

/** Where a run stands after these events; undefined while nothing has been said. */
export function summaryOf(events: readonly RunEvent[]): RunSummary | undefined {
  const at = events.at(-1)?.time ?? 0;
  const closed = events.findLast((event) => isKind(event, "run.close"));
  if (closed !== undefined) return { kind: closed.attrs.status, at, waiting: 0 };
  const waiting = waitingRequests(events);
  if (waiting.length > 0) {
    const expiresAt = Math.min(...waiting.map((request) => request.attrs.expiresAt));
    return { kind: "waiting", at, waiting: waiting.length, expiresAt };
  }
  if (openTurn(events) !== undefined) return { kind: "running", at, waiting: 0 };
  const ended = events.findLast((event) => isKind(event, "turn.end"));
  return ended === undefined ? undefined : { kind: ended.attrs.status, at, waiting: 0 };
}
