import { RunError, type JsonObject, type ToolOutcome, type ToolTurn } from "#engine";
import { consume } from "#pillars/privileges";
import { askPerson } from "../approval.ts";
import { timed } from "../budget.ts";
import { agentActor, nodeOf } from "../desk.ts";
import { answer, recordedOrigins, specOf, type Check, type ToolCall } from "../tool-call.ts";
import { deny } from "./deny.ts";
import { sentenceOf } from "./sentence.ts";

/** Intent first, then the effect, then its result. A consequential intent without a result asks a person. */
export const perform: Check = async (call) => {
  const { desk, scope, key, grant } = call;
  const spec = specOf(call);
  if (grant === undefined) return deny(call, "no-grant", "There is no permission for this call.");
  const intent = await desk.journal.record({
    kind: "tool.call",
    key,
    parent: scope.key,
    node: nodeOf(scope),
    actor: agentActor(scope),
    attrs: {
      tool: spec.name,
      callId: call.requested.callId,
      effect: spec.effect,
      grantId: grant.grantId,
      ...(call.approvalId === undefined ? {} : { approvalId: call.approvalId }),
    },
    values: { arguments: call.args, origins: recordedOrigins(call.traced) },
  });
  const used = consume(
    desk.memory.grants,
    grant.grantId,
    { tool: spec.name, action: spec.effect, arguments: call.args, runId: desk.journal.runId, stepKey: scope.key },
    intent.event.time,
  );
  if (used.outcome === "refused") return deny(call, used.reason, used.sentence);
  desk.memory.grants = used.table;
  await desk.journal.record({
    kind: "privilege.use",
    key,
    parent: key,
    actor: { type: "system", ref: "monitor" },
    attrs: { grantId: grant.grantId, tool: spec.name },
    values: {},
  });
  const before = await desk.journal.answer("tool.result", key);
  if (before !== undefined) return taken(call, before.attrs.outcome, before.values.result);
  if (!intent.fresh && spec.effect !== "read") {
    const settled = await settleDoubt(call);
    if (settled !== undefined) return record(call, settled.outcome, settled.result);
  }
  const outcome = await callTool(call);
  return record(call, outcome.outcome, outcome.outcome === "success" ? outcome.result : { error: outcome.message });
};

async function callTool(call: ToolCall): Promise<ToolOutcome> {
  const { desk, scope, key } = call;
  try {
    return await timed(
      (signal) =>
        desk.raw.tools.call(specOf(call).name, call.args, {
          idempotencyKey: `${desk.journal.runId}/${key}`,
          speaker: desk.turn.speaker,
          now: desk.journal.now(),
          signal,
        }),
      key,
      scope,
      desk,
    );
  } catch (problem) {
    if (problem instanceof RunError) throw problem;
    return { outcome: "failure", message: `${specOf(call).title} did not answer.` };
  }
}

/** After a crash nobody knows whether the call was made. A person says: call again, skip, or what it had answered. */
async function settleDoubt(
  call: ToolCall,
): Promise<{ outcome: "success" | "skipped"; result: JsonObject } | undefined> {
  const key = `${call.key}/in-doubt`;
  const answered = await askPerson(
    {
      key,
      tool: specOf(call).name,
      requester: "",
      roles: [],
      waitMinutes: 43_200,
      allowEdit: true,
      why: "in-doubt",
      parent: call.key,
    },
    {
      arguments: call.args,
      origins: recordedOrigins(call.traced),
      sentence: `${sentenceOf(call)}: call again`,
      rule: "The run was interrupted in the middle of this call, so it is not known whether it was made. Approve to call again, deny to leave it out, or change the values to what the call had answered.",
      checks: [],
    },
    call.scope,
    call.desk,
  );
  if (answered.outcome === "denied")
    return { outcome: "skipped", result: { skipped: "The call was interrupted and then left out." } };
  return answered.edited === undefined ? undefined : { outcome: "success", result: answered.edited };
}

async function record(
  call: ToolCall,
  outcome: "success" | "failure" | "skipped",
  result: ToolCall["result"],
): Promise<ToolTurn | undefined> {
  const { event } = await call.desk.journal.record({
    kind: "tool.result",
    key: call.key,
    parent: call.key,
    node: nodeOf(call.scope),
    actor: { type: "tool", ref: specOf(call).name },
    attrs: { tool: specOf(call).name, callId: call.requested.callId, outcome },
    values: { result: result ?? null },
  });
  return taken(call, event.attrs.outcome, event.values.result);
}

function taken(call: ToolCall, outcome: ToolTurn["outcome"], result: ToolCall["result"]): ToolTurn | undefined {
  if (result === undefined)
    throw new RunError("value-erased", "The result of a call was erased, so this turn cannot be run again.");
  if (outcome !== "success") return answer(call, outcome, result, "structured");
  call.result = result;
  return undefined;
}
