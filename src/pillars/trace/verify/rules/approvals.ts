import { equalJson, isKind, type EventOf } from "#engine";
import type { Finding, SealedRun } from "../semantics.ts";

interface Approval {
  request?: EventOf<"approval.request">;
  readonly decisions: EventOf<"approval.decision">[];
  used: boolean;
}

/**
 * S02: a call that names an approval was approved before, for this tool, once, and with these arguments. The arguments
 * can be compared while both are shown; the digests that bind the decision to the request are compared always.
 */
export function approvalRule(run: SealedRun): Finding[] {
  const approvals = new Map<string, Approval>();
  return run.events.flatMap((event) => {
    if (isKind(event, "approval.request")) {
      approvals.set(event.attrs.approvalId, { request: event, decisions: [], used: false });
    } else if (isKind(event, "approval.decision")) {
      const approval = approvals.get(event.attrs.approvalId);
      // As many as the request wants; what comes after them changes nothing.
      if (approval && approval.decisions.length < (approval.request?.attrs.people ?? 1)) approval.decisions.push(event);
    } else if (isKind(event, "tool.call") && event.attrs.approvalId !== undefined) {
      const problem = judge(run, approvals.get(event.attrs.approvalId), event);
      const message = `At step ${event.seq}, ${event.attrs.tool} was used ${problem}.`;
      return problem === undefined ? [] : [{ code: "S02", step: event.seq, message }];
    }
    return [];
  });
}

function judge(run: SealedRun, approval: Approval | undefined, call: EventOf<"tool.call">): string | undefined {
  if (approval?.request === undefined) return "under an approval that was never asked for";
  const { request, decisions } = approval;
  const [decision] = decisions;
  if (decision === undefined || decisions.some(({ attrs }) => attrs.decision === "deny"))
    return "without the approval that it names";
  const people = new Set(decisions.map(({ actor }) => actor.ref.normalize("NFKC").trim().toLowerCase()));
  if (people.size < (request.attrs.people ?? 1)) return "before enough people had approved it";
  if (request.attrs.tool !== call.attrs.tool) return `under an approval for ${request.attrs.tool}`;
  if (approval.used) return "a second time under one approval";
  approval.used = true;
  const bound = run.digest(request, "arguments");
  if (request.attrs.argsDigest !== bound || decisions.some(({ attrs }) => attrs.argsDigest !== bound)) {
    return "under an approval of other arguments";
  }
  const approved = decision.attrs.decision === "edit" ? decision.values.arguments : request.values.arguments;
  const executed = call.values.arguments;
  const differ = approved !== undefined && executed !== undefined && !equalJson(approved, executed);
  return differ ? "with other arguments than were approved" : undefined;
}
