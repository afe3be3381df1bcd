import { equalJson, isJsonArray, isKind, type EventOf, type JsonObject, type RunEvent } from "#engine";
import type { Finding, Rule, RunFacts } from "../rule.ts";

interface LiveGrant {
  readonly tool: string;
  readonly place: string;
  readonly approvalId: string | undefined;
  /** The arguments; of a lease, the values that they may have. */
  readonly constraints: JsonObject | undefined;
  readonly expiresAt: number;
  readonly ttlMs: number;
  readonly host: string | undefined;
  called: boolean;
  usesLeft: number;
  ended: boolean;
  readonly isLease: boolean;
  readonly leaseId: string | undefined;
}

/**
 * S01: the rules were asked about every call and did not deny it, and it names a grant that was minted before it for that tool, that
 * step, those arguments and the approval that it names, is not over, and has a use left. A token that left
 * belongs to a call under such a grant, is for the host that the grant reaches, ends with it, and left once. A grant that comes
 * from a lease uses that too and stays within the values it lists. An intent with which a run was broken off needs no live grant.
 */
export function grantRule({ ahead }: RunFacts): Rule {
  const grants = new Map<string, LiveGrant>();
  const left = new Set<string>();
  const ruled = new Map<string, EventOf<"privilege.request">["attrs"]>();
  const step: Rule["step"] = ({ event }) => {
    note(grants, event);
    // Once a person has approved, the rules are asked again in a place of its own.
    if (isKind(event, "privilege.request")) ruled.set(event.key.replace(/\/approved$/u, ""), event.attrs);
    if (isKind(event, "privilege.token")) return tokenFindings(event, grants.get(event.attrs.grantId), left);
    if (!isKind(event, "tool.call")) return [];
    // The monitor refused it after the intent was written down: no call was made.
    if (ahead.isRefused(event.key) && !ahead.isAnswered(event.key)) return [];
    const { tool } = event.attrs;
    const spent = spendAll(grants, event);
    // The gate looks at the grant behind the intent, which is nothing done yet.
    const problem = ruledOut(ruled.get(event.key), tool) ?? (ahead.isBrokenOff(event.key) ? undefined : spent);
    const message = `At step ${event.seq}, ${tool} was used ${problem}.`;
    return problem === undefined ? [] : [{ code: "S01", step: event.seq, message }];
  };
  return { step };
}

function note(grants: Map<string, LiveGrant>, event: RunEvent): void {
  if (isKind(event, "privilege.grant")) {
    const { grantId, tool, uses, expiresAt, ttlMs, host, leaseId, lease, approvalId } = event.attrs;
    const { constraints } = event.values;
    const state = { called: false, usesLeft: uses, ended: false };
    const terms = { tool, place: placeOf(event), approvalId, constraints, expiresAt, ttlMs, host };
    // The same id again is not a new grant: a second minting must not refill the first.
    if (!grants.has(grantId)) grants.set(grantId, { ...terms, ...state, isLease: lease === true, leaseId });
  } else if (isKind(event, "privilege.expire") || isKind(event, "privilege.revoke")) {
    const grant = grants.get(event.attrs.grantId);
    if (grant) grant.ended = true;
  }
}

/** The step that it belongs to. */
function placeOf({ node, parent }: RunEvent): string {
  return `${node?.id ?? ""} ${parent ?? ""}`;
}

function ruledOut(request: EventOf<"privilege.request">["attrs"] | undefined, tool: string): string | undefined {
  if (request?.tool !== tool) return "without asking what the rules say";
  return request.decision === "deny" ? "although the rules deny it" : undefined;
}

function spendAll(grants: Map<string, LiveGrant>, call: EventOf<"tool.call">): string | undefined {
  const { time, attrs, values } = call;
  const { grantId, tool, approvalId } = attrs;
  const grant = grants.get(grantId);
  if (grant?.isLease === true) return "under a lease and no grant of its own";
  const problem = spend(grant, tool, time);
  if (problem !== undefined || grant === undefined) return problem;
  if (grant.place !== placeOf(call)) return "under a grant of another step";
  if (grant.approvalId !== approvalId) return "under a grant for another approval";
  if (!areThose(grant.constraints, values.arguments)) return "with other arguments than its grant is for";
  if (grant.leaseId === undefined) return undefined;
  const lease = grants.get(grant.leaseId);
  if (lease?.isLease === true && !areListed(lease.constraints, values.arguments)) return "outside what its lease lists";
  return spend(lease, tool, time);
}

// What was erased cannot be compared; the digests of approvals and results still bind it.
function areThose(constraints: JsonObject | undefined, args: JsonObject | undefined): boolean {
  return constraints === undefined || args === undefined || equalJson(constraints, args);
}

function areListed(lists: JsonObject | undefined, args: JsonObject | undefined): boolean {
  if (lists === undefined || args === undefined) return true;
  return Object.entries(lists).every(([name, values]) => {
    const found = Object.hasOwn(args, name) ? (args[name] ?? null) : null;
    return isJsonArray(values) && values.some((value) => equalJson(value, found));
  });
}

function spend(grant: LiveGrant | undefined, tool: string, time: number): string | undefined {
  if (grant === undefined) return "without a grant";
  if (grant.tool !== tool) return `under a grant for ${grant.tool}`;
  if (grant.ended) return "under a grant that was already over";
  if (time > grant.expiresAt) return "under a grant that had expired";
  if (grant.usesLeft === 0) return "more often than its grant allows";
  grant.usesLeft--;
  grant.called = true;
  return undefined;
}

function tokenFindings(
  { seq, time, attrs }: EventOf<"privilege.token">,
  grant: LiveGrant | undefined,
  left: Set<string>,
): Finding[] {
  const problem = tokenProblem(attrs, grant, left, time);
  left.add(attrs.jti);
  const message = `At step ${seq}, a signed permission for ${attrs.tool} left ${problem}.`;
  return problem === undefined ? [] : [{ code: "S01", step: seq, message }];
}

/** Ends are whole seconds, rounded up; a further try that was decided about lasts as long as the grant did. */
const rounding = 1000;

function tokenProblem(
  { tool, audience, jti, expiresAt }: EventOf<"privilege.token">["attrs"],
  grant: LiveGrant | undefined,
  left: ReadonlySet<string>,
  time: number,
): string | undefined {
  if (grant === undefined || !grant.called) return "without a call under its grant";
  if (grant.tool !== tool) return `under a grant for ${grant.tool}`;
  if (grant.ended) return "under a grant that was already over";
  if (grant.host !== audience) return "for a host that its grant does not reach";
  if (expiresAt > Math.max(grant.expiresAt, time + grant.ttlMs) + rounding) return "that lasts longer than its grant";
  return left.has(jti) ? "twice" : undefined;
}
