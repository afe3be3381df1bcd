import { equalJson, isKind, type EventOf } from "#engine";
import type { Rule } from "../rule.ts";

interface Approval {
  request?: EventOf<"approval.request">;
  /** The digest of the arguments that were asked about. */
  bound?: string | undefined;
  readonly decisions: EventOf<"approval.decision">[];
  used: boolean;
}

/**
 * S02: a call that names an approval was approved before, for this tool, once, and with these arguments. The arguments
 * can be compared while both are shown; the digests that bind the decision to the request are compared always.
 */
export function approvalRule(): Rule {
  const approvals = new Map<string, Approval>();
  const step: Rule["step"] = ({ event, digests }) => {
    if (isKind(event, "approval.request")) {
      approvals.set(event.attrs.approvalId, {
        request: event,
        bound: digests["arguments"],
        decisions: [],
        used: false,
      });
    } else if (isKind(event, "approval.decision")) {
      const approval = approvals.get(event.attrs.approvalId);
      // As many as the request wants; what comes after them changes nothing.
      if (approval && approval.decisions.length < (approval.request?.attrs.people ?? 1)) approval.decisions.push(event);
    } else if (isKind(event, "tool.call") && event.attrs.approvalId !== undefined) {
      const problem = judge(approvals.get(event.attrs.approvalId), event);
      const message = `At step ${event.seq}, ${event.attrs.tool} was used ${problem}.`;
      return problem === undefined ? [] : [{ code: "S02", step: event.seq, message }];
    }
    return [];
  };
  return { step };
}

function judge(approval: Approval | undefined, call: EventOf<"tool.call">): string | undefined {
  if (approval?.request === undefined) return "under an approval that was never asked for";
  const { request, decisions, bound } = approval;
  const [decision] = decisions;
  if (decision === undefined || decisions.some(({ attrs }) => attrs.decision === "deny"))
    return "without the approval that it names";
  const people = new Set(decisions.map(({ actor }) => actor.ref.normalize("NFKC").trim().toLowerCase()));
  if (people.size < (request.attrs.people ?? 1)) return "before enough people had approved it";
  if (request.attrs.tool !== call.attrs.tool) return `under an approval for ${request.attrs.tool}`;
  if (approval.used) return "a second time under one approval";
  approval.used = true;
  if (request.attrs.argsDigest !== bound || decisions.some(({ attrs }) => attrs.argsDigest !== bound)) {
    return "under an approval of other arguments";
  }
  const approved = decision.attrs.decision === "edit" ? decision.values.arguments : request.values.arguments;
  const executed = call.values.arguments;
  const differ = approved !== undefined && executed !== undefined && !equalJson(approved, executed);
  return differ ? "with other arguments than were approved" : undefined;
}
