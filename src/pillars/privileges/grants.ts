import { equalJson, type JsonObject, type JsonValue, type ToolEffect } from "#engine";
import { hundredths } from "#pillars/autonomy";

/** What a grant says about one top-level argument; `max` is in hundredths. An argument without a constraint is free. */
export type GrantConstraint =
  | { readonly argument: string; readonly kind: "equals"; readonly value: JsonValue }
  | { readonly argument: string; readonly kind: "oneOf"; readonly values: readonly JsonValue[] }
  | { readonly argument: string; readonly kind: "max"; readonly max: number };

/** A short, narrow permission. Times are ms since the epoch. */
export interface Grant {
  readonly grantId: string;
  readonly tool: string;
  readonly action: ToolEffect;
  readonly constraints: readonly GrantConstraint[];
  /** Hosts the call may reach, exact names; empty when the tool needs no network. */
  readonly hosts: readonly string[];
  readonly maxUses: number;
  readonly usesLeft: number;
  readonly expiresAt: number;
  readonly runId: string;
  readonly stepKey: string;
  readonly parentId?: string;
  /** Stands for all calls of one message: each is made under a grant of its own that comes from this one. */
  readonly isLease?: true;
  /** The rule's id, or the approval's. */
  readonly reason: string;
  /** Set when it was taken back, or seen to be over; a grant with this set is never used again. */
  readonly ended?: "revoked" | "expired";
}

/** All grants of a run, in the order they were minted. Ids are unique. */
export type GrantTable = readonly Grant[];

/** The table of a run that has not begun. */
export const noGrants: GrantTable = [];

/** What a new grant shall allow; `grantId` is random and comes from the host. */
export type GrantRequest = Omit<Grant, "usesLeft" | "ended">;

/** Why a grant was not minted or not used. */
export type GrantRefusal =
  | "duplicate-id"
  | "bad-terms"
  | "no-parent"
  | "wider-than-parent"
  | "unknown"
  | "revoked"
  | "expired"
  | "used-up"
  | "other-run"
  | "other-step"
  | "other-tool"
  | "other-arguments"
  | "other-host";

/** One sentence for each reason why a grant cannot be made or used. */
export const grantSentences: Readonly<Record<GrantRefusal, string>> = {
  "duplicate-id": "A permission with this number exists already.",
  "bad-terms": "A permission needs at least one use and an end in the future.",
  "no-parent": "The permission it would come from does not exist or has ended.",
  "wider-than-parent": "It would allow more than the permission it comes from.",
  unknown: "There is no such permission.",
  revoked: "The permission was taken back.",
  expired: "The permission has ended.",
  "used-up": "The permission was used as often as it allows.",
  "other-run": "The permission belongs to another run.",
  "other-step": "The permission belongs to another step.",
  "other-tool": "The permission is for another tool.",
  "other-arguments": "The permission is for other arguments.",
  "other-host": "The permission does not reach this address.",
};

/** The next table with the grant as it is in there, or why nothing changed. */
export type GrantAnswer =
  | { readonly outcome: "granted"; readonly table: GrantTable; readonly grant: Grant }
  | { readonly outcome: "refused"; readonly reason: GrantRefusal; readonly sentence: string };

/** Adds a grant. With `parentId` it is refused unless every call it allows is one that its parent allows too. */
export function mint(table: GrantTable, request: GrantRequest, now: number): GrantAnswer {
  if (find(table, request.grantId) !== undefined) return refused("duplicate-id");
  if (!hasGoodTerms(request, now)) return refused("bad-terms");
  if (request.parentId !== undefined) {
    const parent = find(table, request.parentId);
    if (parent === undefined || lifeProblem(table, parent, now) !== undefined) return refused("no-parent");
    if (!isWithin(request, parent)) return refused("wider-than-parent");
  }
  const grant: Grant = { ...request, usesLeft: request.maxUses };
  return { outcome: "granted", table: [...table, grant], grant };
}

function hasGoodTerms({ maxUses, expiresAt, constraints }: GrantRequest, now: number): boolean {
  const bounds = constraints.flatMap((each) => (each.kind === "max" ? [each.max] : []));
  return (
    Number.isSafeInteger(maxUses) &&
    maxUses >= 1 &&
    Number.isFinite(expiresAt) &&
    expiresAt > now &&
    bounds.every(Number.isFinite)
  );
}

/** One use of a tool that wants to happen now. */
export interface GrantedCall {
  readonly tool: string;
  readonly action: ToolEffect;
  readonly arguments: JsonObject;
  readonly host?: string;
  readonly runId: string;
  readonly stepKey: string;
}

/**
 * Uses a grant once. Its ancestors are used with it, so that parent and children together never get more uses than the
 * parent was minted with. Take the returned table in the same synchronous turn: that is what makes it single use.
 */
export function consume(table: GrantTable, grantId: string, call: GrantedCall, now: number): GrantAnswer {
  const grant = find(table, grantId);
  if (grant === undefined) return refused("unknown");
  const chain = lineage(table, grant);
  const problem = chain
    .map((each) => lifeProblem(table, each, now) ?? callProblem(each, call))
    .find((each) => each !== undefined);
  if (problem !== undefined) return refused(problem);
  const ids = new Set(chain.map((each) => each.grantId));
  const next = table.map((each) => (ids.has(each.grantId) ? { ...each, usesLeft: each.usesLeft - 1 } : each));
  return { outcome: "granted", table: next, grant: find(next, grantId) ?? grant };
}

/** Takes grants back: one by id, all of a step, or all of a run. Children go with their parents. */
export function revoke(
  table: GrantTable,
  which: { readonly grantId: string } | { readonly runId: string; readonly stepKey?: string },
): GrantTable {
  const chosen = (grant: Grant): boolean =>
    "grantId" in which
      ? grant.grantId === which.grantId
      : grant.runId === which.runId && (which.stepKey ?? grant.stepKey) === grant.stepKey;
  return table.map((grant) =>
    lineage(table, grant).some(chosen) ? { ...grant, ended: grant.ended ?? "revoked" } : grant,
  );
}

/** The live grants that have ended by `now` with uses left, for the trace; and the table with them marked as gone. */
export function expire(
  table: GrantTable,
  now: number,
): { readonly table: GrantTable; readonly expired: readonly Grant[] } {
  const isOver = (grant: Grant): boolean => grant.ended === undefined && grant.usesLeft > 0 && grant.expiresAt <= now;
  return {
    table: table.map((grant) => (isOver(grant) ? { ...grant, ended: "expired" as const } : grant)),
    expired: table.filter(isOver),
  };
}

/**
 * How often a tool was used in the run, and in the turn that `stepKey` belongs to (`t1/agent/0` is in turn `t1`). A live
 * grant counts as used, so that two calls decided at once cannot share the last use. Of a lease what comes from it counts.
 */
export function usesSoFar(
  table: GrantTable,
  {
    tool,
    runId,
    stepKey,
    now,
  }: { readonly tool: string; readonly runId: string; readonly stepKey: string; readonly now: number },
): { readonly turn: number; readonly chat: number } {
  const roots = table.filter(
    (grant) =>
      grant.tool === tool &&
      grant.runId === runId &&
      grant.isLease !== true &&
      (grant.parentId === undefined || find(table, grant.parentId)?.isLease === true),
  );
  const used = (grant: Grant): number =>
    lifeProblem(table, grant, now) === undefined ? grant.maxUses : grant.maxUses - grant.usesLeft;
  const [turn] = stepKey.split("/", 1);
  return {
    chat: sumOf(roots, used),
    turn: sumOf(
      roots.filter((grant) => grant.stepKey === turn || grant.stepKey.startsWith(`${turn}/`)),
      used,
    ),
  };
}

function sumOf(grants: GrantTable, used: (grant: Grant) => number): number {
  return grants.reduce((sum, grant) => sum + used(grant), 0);
}

function find(table: GrantTable, grantId: string): Grant | undefined {
  return table.find((grant) => grant.grantId === grantId);
}

/** The grant and its ancestors. Parents are minted before children, so this ends. */
function lineage(table: GrantTable, grant: Grant): readonly Grant[] {
  const parent = grant.parentId === undefined ? undefined : find(table, grant.parentId);
  return parent === undefined ? [grant] : [grant, ...lineage(table, parent)];
}

function lifeProblem(table: GrantTable, grant: Grant, now: number): GrantRefusal | undefined {
  if (grant.parentId !== undefined && find(table, grant.parentId) === undefined) return "no-parent";
  if (grant.ended !== undefined) return grant.ended;
  if (!(now < grant.expiresAt)) return "expired";
  return grant.usesLeft >= 1 ? undefined : "used-up";
}

function callProblem(grant: Grant, call: GrantedCall): GrantRefusal | undefined {
  if (grant.runId !== call.runId) return "other-run";
  if (!isStepWithin(call.stepKey, grant.stepKey)) return "other-step";
  if (grant.tool !== call.tool || grant.action !== call.action) return "other-tool";
  if (call.host !== undefined && !grant.hosts.includes(call.host)) return "other-host";
  return grant.constraints.every((constraint) => allows(constraint, call.arguments)) ? undefined : "other-arguments";
}

function allows(constraint: GrantConstraint, args: JsonObject): boolean {
  const value = Object.hasOwn(args, constraint.argument) ? args[constraint.argument] : undefined;
  if (value === undefined) return false;
  if (constraint.kind === "equals") return equalJson(value, constraint.value);
  if (constraint.kind === "oneOf") return constraint.values.some((each) => equalJson(value, each));
  const amount = hundredths(value);
  return amount !== undefined && amount <= constraint.max;
}

function isStepWithin(stepKey: string, owner: string): boolean {
  return stepKey === owner || stepKey.startsWith(`${owner}/`);
}

function isWithin(child: GrantRequest, parent: Grant): boolean {
  return (
    child.tool === parent.tool &&
    child.action === parent.action &&
    child.runId === parent.runId &&
    isStepWithin(child.stepKey, parent.stepKey) &&
    child.maxUses <= parent.usesLeft &&
    child.expiresAt <= parent.expiresAt &&
    child.hosts.every((host) => parent.hosts.includes(host)) &&
    parent.constraints.every((bound) => child.constraints.some((own) => implies(own, bound)))
  );
}

function implies(own: GrantConstraint, bound: GrantConstraint): boolean {
  if (own.argument !== bound.argument) return false;
  if (own.kind === "equals") return allows(bound, { [own.argument]: own.value });
  if (own.kind === "oneOf") return own.values.every((value) => allows(bound, { [own.argument]: value }));
  return bound.kind === "max" && own.max <= bound.max;
}

function refused(reason: GrantRefusal): GrantAnswer {
  return { outcome: "refused", reason, sentence: grantSentences[reason] };
}
