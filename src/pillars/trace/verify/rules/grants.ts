import { equalJson, isJsonArray, isKind, type EventOf, type JsonObject, type RunEvent } from "#engine";
import type { Finding, Rule, RunFacts } from "../rule.ts";

interface LiveGrant {
  readonly tool: string;
  readonly expiresAt: number;
  readonly ttlMs: number;
  readonly host: string | undefined;
  called: boolean;
  usesLeft: number;
  ended: boolean;
  /** For a lease: the values that arguments may have. */
  readonly lists: JsonObject | undefined;
  readonly isLease: boolean;
  readonly leaseId: string | undefined;
}

/**
 * S01: every call names a grant that was minted before it for that tool, is not over, and has a use left. A token that left
 * belongs to a call under such a grant, is for the host that the grant reaches, ends with it, and left once. A grant that comes
 * from a lease uses that too and stays within the values it lists.
 */
export function grantRule({ ahead }: RunFacts): Rule {
  const grants = new Map<string, LiveGrant>();
  const left = new Set<string>();
  const step: Rule["step"] = ({ event }) => {
    note(grants, event);
    if (isKind(event, "privilege.token")) return tokenFindings(event, grants.get(event.attrs.grantId), left);
    if (!isKind(event, "tool.call")) return [];
    // The monitor refused it after the intent was written down: no call was made.
    if (ahead.isRefused(event.key) && !ahead.isAnswered(event.key)) return [];
    const { grantId, tool } = event.attrs;
    const problem = spendAll(grants, grantId, tool, event);
    const message = `At step ${event.seq}, ${tool} was used ${problem}.`;
    return problem === undefined ? [] : [{ code: "S01", step: event.seq, message }];
  };
  return { step };
}

function note(grants: Map<string, LiveGrant>, event: RunEvent): void {
  if (isKind(event, "privilege.grant")) {
    const { grantId, tool, uses, expiresAt, ttlMs, host, leaseId, lease } = event.attrs;
    const isLease = lease === true;
    const lists = isLease ? event.values.constraints : undefined;
    // The same id again is not a new grant: a second minting must not refill the first.
    const more = { lists, isLease, leaseId };
    if (!grants.has(grantId))
      grants.set(grantId, { tool, expiresAt, ttlMs, host, called: false, usesLeft: uses, ended: false, ...more });
  } else if (isKind(event, "privilege.expire") || isKind(event, "privilege.revoke")) {
    const grant = grants.get(event.attrs.grantId);
    if (grant) grant.ended = true;
  }
}

function spendAll(
  grants: Map<string, LiveGrant>,
  grantId: string,
  tool: string,
  { time, values }: EventOf<"tool.call">,
): string | undefined {
  const grant = grants.get(grantId);
  if (grant?.isLease === true) return "under a lease and no grant of its own";
  const problem = spend(grant, tool, time);
  if (problem !== undefined || grant?.leaseId === undefined) return problem;
  const lease = grants.get(grant.leaseId);
  if (lease?.lists !== undefined && !isListed(lease.lists, values.arguments)) return "outside what its lease lists";
  return spend(lease, tool, time);
}

/** What was erased cannot be compared; the digests of approvals and results still bind it. */
function isListed(lists: JsonObject, args: JsonObject | undefined): boolean {
  if (args === undefined) return true;
  return Object.entries(lists).every(
    ([argument, values]) => isJsonArray(values) && values.some((value) => equalJson(value, args[argument] ?? null)),
  );
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
