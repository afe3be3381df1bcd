import { isKind, type EventOf } from "#engine";
import { decisionSigned, statementOf } from "../decision.ts";
import { parseVkey, type NoteKey } from "../signed-note.ts";
import type { Finding, SealedRun } from "./semantics.ts";

/** A decision with the key that signed it. */
export interface SignedDecision {
  readonly event: EventOf<"approval.decision">;
  readonly key: NoteKey;
  readonly vkey: string;
}

/** S07: a decision that carries a signature is the very one that was signed. One without is valid, and said to be unsigned. */
export function signatureRule(run: SealedRun): Finding[] {
  return decisions(run).flatMap(({ event, request }) => {
    const { approver, signature } = event.attrs;
    if (approver === undefined && signature === undefined) return [];
    if (isSigned(run, event, request)) return [];
    const message = `At step ${event.seq}, the signature does not fit the decision it stands under.`;
    return [{ code: "S07", step: event.seq, message }];
  });
}

/** Every decision whose signature fits. */
export function signedDecisions(run: SealedRun): SignedDecision[] {
  return decisions(run).flatMap(({ event, request }) => {
    const vkey = event.attrs.approver;
    if (vkey === undefined || !isSigned(run, event, request)) return [];
    return [{ event, key: parseVkey(vkey), vkey }];
  });
}

interface Placed {
  readonly event: EventOf<"approval.decision">;
  /** The first request of its approval before it. */
  readonly request: EventOf<"approval.request"> | undefined;
}

function decisions({ events }: SealedRun): Placed[] {
  const requests = new Map<string, EventOf<"approval.request">>();
  return events.flatMap((event): Placed[] => {
    if (isKind(event, "approval.request") && !requests.has(event.attrs.approvalId))
      requests.set(event.attrs.approvalId, event);
    return isKind(event, "approval.decision") ? [{ event, request: requests.get(event.attrs.approvalId) }] : [];
  });
}

function isSigned(run: SealedRun, event: Placed["event"], request: Placed["request"]): boolean {
  const { approver, signature } = event.attrs;
  if (request === undefined || approver === undefined || signature === undefined) return false;
  const leaf = run.leaf({ ...request, kind: "approval.request" });
  const digests = run.digests({ ...event, kind: "approval.decision" });
  return decisionSigned(statementOf(run.origin, leaf, event, digests), approver, signature) !== undefined;
}
