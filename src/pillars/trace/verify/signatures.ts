import { isKind, type EventOf } from "#engine";
import { decisionSigned, statementOf } from "../decision.ts";
import { parseVkey, type NoteKey } from "../signed-note.ts";
import type { Rule, RunFacts, Step } from "./rule.ts";

/** A decision, and the key that signed it, if one did. */
export interface Decided {
  readonly event: EventOf<"approval.decision">;
  readonly signed: { readonly key: NoteKey; readonly vkey: string } | undefined;
}

/**
 * S07: a decision that carries a signature is the very one that was signed. One without is valid, and said to be unsigned. The
 * signature is over the first request of its approval before it. Whoever is said to have cosigned a checkpoint with it has done so,
 * and the checkpoint shows the request.
 */
export function createSignatureFold({
  origin,
  cosigned,
}: RunFacts): Rule & { readonly decisions: () => readonly Decided[] } {
  const requests = new Map<string, { readonly leaf: string; readonly seq: number }>();
  const decided: Decided[] = [];

  function isSigned({ event, digests }: Step): boolean {
    if (!isKind(event, "approval.decision")) return false;
    const { approver, signature, approvalId, cosigned: witnessed } = event.attrs;
    const request = requests.get(approvalId);
    if (request === undefined || approver === undefined || signature === undefined) return false;
    if (decisionSigned(statementOf(origin, request.leaf, event, digests), approver, signature) === undefined)
      return false;
    if (witnessed === undefined) return true;
    const isBetween = witnessed.size > request.seq && witnessed.size <= event.seq;
    return isBetween && cosigned(witnessed.size, parseVkey(approver));
  }

  return {
    step(step) {
      const { event } = step;
      if (isKind(event, "approval.request") && !requests.has(event.attrs.approvalId))
        requests.set(event.attrs.approvalId, { leaf: step.leaf(), seq: event.seq });
      if (!isKind(event, "approval.decision")) return [];
      const { approver: vkey, signature, cosigned: witnessed } = event.attrs;
      const fits = isSigned(step);
      decided.push({ event, signed: fits && vkey !== undefined ? { key: parseVkey(vkey), vkey } : undefined });
      if (fits || (vkey === undefined && signature === undefined && witnessed === undefined)) return [];
      const message = `At step ${event.seq}, the signature does not fit the decision it stands under.`;
      return [{ code: "S07", step: event.seq, message }];
    },
    decisions: () => decided,
  };
}
