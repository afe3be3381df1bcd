import type { EventOfKind, Log } from "./log.ts";
import type { Reading } from "./reading.ts";

/** Which of the approvals that a request needs this one is; nothing where one is enough, or where it is none. */
export function nthApproval(event: EventOfKind<"approval.decision">, log: Log, { words }: Reading): string {
  const { approvalId, decision } = event.attrs;
  const needed = log.find("approval.request", approvalId)?.attrs.people ?? 1;
  if (needed === 1 || decision === "deny") return "";
  const before = log.events.filter(
    (each) => each.kind === "approval.decision" && each.attrs.approvalId === approvalId && each.seq <= event.seq,
  );
  return words.decide.nthOf(before.length, needed);
}
