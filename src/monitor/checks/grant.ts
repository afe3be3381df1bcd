import { mint, type Grant, type GrantAnswer, type GrantRequest } from "#pillars/privileges";
import { nodeOf } from "../desk.ts";
import { specOf, type Check, type ToolCall } from "../tool-call.ts";
import { deny } from "./deny.ts";
import { leaseFor, type Lease } from "./lease.ts";

/**
 * Grant: minted now, for exactly this call, gone when it is used, when its time is over or when the step ends. Where the rule
 * gives one permission for a message, the call's own comes from that, which is minted with the first call.
 */
export const mintGrant: Check = async (call) => {
  const lease = leaseFor(call);
  const held = lease === undefined ? undefined : await holdLease(call, lease);
  if (held?.outcome === "refused") return deny(call, held.reason, held.sentence);
  const minted = await mintForCall(call, held?.grant);
  if (minted.outcome === "refused") return deny(call, minted.reason, minted.sentence);
  call.desk.memory.grants = minted.table;
  call.grant = minted.grant;
  return undefined;
};

async function holdLease(call: ToolCall, lease: Lease): Promise<GrantAnswer> {
  const { desk, scope } = call;
  const known = desk.memory.grants.find(({ grantId }) => grantId === lease.grantId);
  if (known !== undefined) return { outcome: "granted", table: desk.memory.grants, grant: known };
  const { grantId, uses, ttlMs, reason, constraints, sentence } = lease;
  const { event } = await desk.journal.record({
    kind: "privilege.grant",
    key: grantId,
    parent: scope.key,
    node: nodeOf(scope),
    actor: { type: "system", ref: "monitor" },
    attrs: {
      grantId,
      tool: specOf(call).name,
      uses,
      ttlMs,
      expiresAt: desk.journal.now() + ttlMs,
      reason,
      lease: true,
    },
    values: {
      constraints: Object.fromEntries(constraints.map(({ argument, values }) => [argument, values])),
      sentence,
    },
  });
  const request = { ...common(call), grantId, constraints, maxUses: uses, reason, isLease: true } as const;
  const minted = mint(desk.memory.grants, { ...request, expiresAt: event.attrs.expiresAt }, event.time);
  if (minted.outcome === "granted") desk.memory.grants = minted.table;
  return minted;
}

async function mintForCall(call: ToolCall, lease: Grant | undefined): Promise<GrantAnswer> {
  const { desk, scope, key } = call;
  const { remote } = specOf(call);
  const ttlMs = Math.min((call.decision?.terms.ttlSeconds ?? 30) * 1000, lease === undefined ? Infinity : 30_000);
  const reason = call.approvalId ?? call.decision?.rules[0] ?? "rule";
  const { event } = await desk.journal.record({
    kind: "privilege.grant",
    key,
    parent: scope.key,
    node: nodeOf(scope),
    actor: { type: "system", ref: "monitor" },
    attrs: {
      grantId: key,
      tool: specOf(call).name,
      uses: 1,
      ttlMs,
      expiresAt: Math.min(desk.journal.now() + ttlMs, lease?.expiresAt ?? Infinity),
      reason,
      ...(call.approvalId === undefined ? {} : { approvalId: call.approvalId }),
      ...(remote === undefined ? {} : { host: remote.origin }),
      ...(lease === undefined ? {} : { leaseId: lease.grantId }),
    },
    values: { constraints: call.args, sentence: call.decision?.sentence ?? "" },
  });
  const request = {
    ...common(call),
    grantId: key,
    constraints: Object.entries(call.args).map(([argument, value]) => ({ argument, kind: "equals", value }) as const),
    maxUses: 1,
    expiresAt: event.attrs.expiresAt,
    reason,
    ...(lease === undefined ? {} : { parentId: lease.grantId }),
  };
  return mint(desk.memory.grants, request, event.time);
}

function common(call: ToolCall): Pick<GrantRequest, "tool" | "action" | "hosts" | "runId" | "stepKey"> {
  const { name, effect, remote } = specOf(call);
  const hosts = remote === undefined ? [] : [remote.origin];
  return { tool: name, action: effect, hosts, runId: call.desk.journal.runId, stepKey: call.scope.key };
}
