import { mint } from "#pillars/privileges";
import { nodeOf } from "../desk.ts";
import { specOf, type Check } from "../tool-call.ts";
import { deny } from "./deny.ts";

/** Grant: minted now, for exactly this call, gone when it is used, when its time is over or when the step ends. */
export const mintGrant: Check = async (call) => {
  const { desk, scope, key } = call;
  const spec = specOf(call);
  const ttlMs = (call.decision?.terms.ttlSeconds ?? 30) * 1000;
  const grantId = key;
  const reason = call.approvalId ?? call.decision?.rules[0] ?? "rule";
  const { event } = await desk.journal.record({
    kind: "privilege.grant",
    key,
    parent: scope.key,
    node: nodeOf(scope),
    actor: { type: "system", ref: "monitor" },
    attrs: {
      grantId,
      tool: spec.name,
      uses: 1,
      ttlMs,
      expiresAt: desk.journal.now() + ttlMs,
      reason,
      ...(call.approvalId === undefined ? {} : { approvalId: call.approvalId }),
      ...(spec.remote === undefined ? {} : { host: spec.remote.origin }),
    },
    values: { constraints: call.args, sentence: call.decision?.sentence ?? "" },
  });
  const minted = mint(
    desk.memory.grants,
    {
      grantId,
      tool: spec.name,
      action: spec.effect,
      constraints: Object.entries(call.args).map(([argument, value]) => ({ argument, kind: "equals", value })),
      hosts: spec.remote === undefined ? [] : [spec.remote.origin],
      maxUses: 1,
      expiresAt: event.attrs.expiresAt,
      runId: desk.journal.runId,
      stepKey: scope.key,
      reason,
    },
    event.time,
  );
  if (minted.outcome === "refused") return deny(call, minted.reason, minted.sentence);
  desk.memory.grants = minted.table;
  call.grant = minted.grant;
  return undefined;
};
