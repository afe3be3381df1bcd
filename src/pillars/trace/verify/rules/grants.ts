import { isKind, type RunEvent } from "#engine";
import type { Finding, SealedRun } from "../semantics.ts";

interface LiveGrant {
  readonly tool: string;
  readonly expiresAt: number;
  usesLeft: number;
  ended: boolean;
}

/** S01: every call names a grant that was minted before it for that tool, is not over, and has a use left. */
export function grantRule({ events }: SealedRun): Finding[] {
  const grants = new Map<string, LiveGrant>();
  const refused = new Set(events.filter(({ kind }) => kind === "privilege.deny").map(({ key }) => key));
  const answered = new Set(events.filter(({ kind }) => kind === "tool.result").map(({ key }) => key));
  return events.flatMap((event) => {
    note(grants, event);
    if (!isKind(event, "tool.call")) return [];
    // The monitor refused it after the intent was written down: no call was made.
    if (refused.has(event.key) && !answered.has(event.key)) return [];
    const { grantId, tool } = event.attrs;
    const problem = spend(grants.get(grantId), tool, event.time);
    const message = `At step ${event.seq}, ${tool} was used ${problem}.`;
    return problem === undefined ? [] : [{ code: "S01", step: event.seq, message }];
  });
}

function note(grants: Map<string, LiveGrant>, event: RunEvent): void {
  if (isKind(event, "privilege.grant")) {
    const { grantId, tool, uses, expiresAt } = event.attrs;
    // The same id again is not a new grant: a second minting must not refill the first.
    if (!grants.has(grantId)) grants.set(grantId, { tool, expiresAt, usesLeft: uses, ended: false });
  } else if (isKind(event, "privilege.expire") || isKind(event, "privilege.revoke")) {
    const grant = grants.get(event.attrs.grantId);
    if (grant) grant.ended = true;
  }
}

function spend(grant: LiveGrant | undefined, tool: string, time: number): string | undefined {
  if (grant === undefined) return "without a grant";
  if (grant.tool !== tool) return `under a grant for ${grant.tool}`;
  if (grant.ended) return "under a grant that was already over";
  if (time > grant.expiresAt) return "under a grant that had expired";
  if (grant.usesLeft === 0) return "more often than its grant allows";
  grant.usesLeft--;
  return undefined;
}
