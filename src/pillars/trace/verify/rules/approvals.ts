import { equalJson, isKind, type EventOf } from "#engine";
import { anyone } from "#pillars/autonomy";
import type { Rule } from "../rule.ts";
import { peopleIn } from "../people.ts";
import { spelled } from "../spelled.ts";

interface Approval {
  request?: EventOf<"approval.request">;
  /** The digest of the arguments that were asked about. */
  bound?: string | undefined;
  readonly decisions: EventOf<"approval.decision">[];
  used: boolean;
  /** Nobody decided in time; what comes then does not count. */
  over: boolean;
}

/**
 * S02: a call that names an approval was approved before, for this tool, once, and with these arguments, by people who may decide
 * and in time. The arguments can be compared while both are shown; the digests that bind the decision to the request are compared
 * always. A call for which the rules ask for a person names its approval.
 */
export function approvalRule(): Rule {
  const approvals = new Map<string, Approval>();
  const asked = new Set<string>();
  const step: Rule["step"] = ({ event, digests }) => {
    if (isKind(event, "privilege.request") && event.attrs.decision === "ask") asked.add(event.key);
    if (isKind(event, "approval.request")) {
      approvals.set(event.attrs.approvalId, {
        request: event,
        bound: digests["arguments"],
        decisions: [],
        used: false,
        over: false,
      });
    } else if (isKind(event, "approval.decision")) {
      const approval = approvals.get(event.attrs.approvalId);
      // As many as the request wants; what comes after them changes nothing.
      const wanted = approval?.over === false ? (approval.request?.attrs.people ?? 1) : 0;
      if (approval && approval.decisions.length < wanted) approval.decisions.push(event);
    } else if (isKind(event, "approval.timeout")) {
      const approval = approvals.get(event.attrs.approvalId);
      if (approval) approval.over = true;
    } else if (isKind(event, "tool.call")) {
      const { approvalId } = event.attrs;
      const unasked = asked.has(event.key) ? "without the approval that its rule asks for" : undefined;
      const problem = approvalId === undefined ? unasked : judge(approvals.get(approvalId), event);
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
  if (approval.used) return "a second time under one approval";
  approval.used = true;
  if (decision === undefined || decisions.some(({ attrs }) => attrs.decision === "deny"))
    return "without the approval that it names";
  if (peopleIn(decisions) < (request.attrs.people ?? 1)) return "before enough people had approved it";
  const wrong = decisions.map((each) => invalid(each, request)).find((each) => each !== undefined);
  if (wrong !== undefined) return wrong;
  if (request.attrs.tool !== call.attrs.tool) return `under an approval for ${request.attrs.tool}`;
  if (request.attrs.argsDigest !== bound || decisions.some(({ attrs }) => attrs.argsDigest !== bound)) {
    return "under an approval of other arguments";
  }
  const approved = decision.attrs.decision === "edit" ? decision.values.arguments : request.values.arguments;
  const executed = call.values.arguments;
  const differ = approved !== undefined && executed !== undefined && !equalJson(approved, executed);
  return differ ? "with other arguments than were approved" : undefined;
}

/** The moment is looked up a little before it is recorded. */
const clockTolerance = 60_000;

/** What the gate would have refused to count. */
function invalid(
  { attrs: { decision, role }, actor, time }: EventOf<"approval.decision">,
  { attrs: { roles, requester, expiresAt, allowEdit } }: EventOf<"approval.request">,
): string | undefined {
  if (roles.length > 0 && !roles.includes(anyone) && !roles.includes(role))
    return "with the approval of somebody who may not decide about it";
  if (spelled(actor.ref) === spelled(requester)) return "with the approval of the one who asked for it";
  if (time > expiresAt + clockTolerance) return "under an approval that came too late";
  return decision === "edit" && !allowEdit ? "as a person changed it, who might not change it" : undefined;
}
