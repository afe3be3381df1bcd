import {
  NoAnswer,
  RunError,
  sortedJson,
  valueProblem,
  type Bounds,
  type EventOf,
  type JsonObject,
  type ToolOutcome,
  type ToolSpec,
  type ToolTurn,
} from "#engine";
import { denialOf, workOnRows } from "#pillars/autonomy";
import { consume } from "#pillars/privileges";
import { askPerson } from "../approval.ts";
import { timed } from "../budget.ts";
import { orAborted } from "../patience.ts";
import { agentActor, nodeOf } from "../desk.ts";
import { answer, recordedOrigins, specOf, type Check, type ToolCall } from "../tool-call.ts";
import { deny } from "./deny.ts";
import { remoteCall } from "./remote.ts";
import { runWrittenCode } from "./run-code.ts";
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
      ...(call.confidential === undefined ? {} : { readers: [...call.confidential] }),
    },
    values: { arguments: call.args, origins: recordedOrigins(call.traced) },
  });
  const used = consume(
    desk.memory.grants,
    grant.grantId,
    {
      tool: spec.name,
      action: spec.effect,
      arguments: call.args,
      ...(spec.remote === undefined ? {} : { host: spec.remote.origin }),
      runId: desk.journal.runId,
      stepKey: scope.key,
    },
    intent.event.time,
  );
  if (used.outcome === "refused") return deny(call, used.reason, used.sentence);
  desk.memory.grants = used.table;
  await recordUse(call, key);
  return settle(call, intent.fresh);
};

/**
 * The call's outcome, from the log or from the world. Where an intent has no result, or the tool broke off in the middle, nobody
 * knows whether the call was made: reads are made again, of everything else a person says, before every further try.
 */
async function settle(call: ToolCall, isFresh: boolean): Promise<ToolTurn | undefined> {
  const { desk, scope, key } = call;
  const { journal } = desk;
  // Code has done nothing but what the calls it has made have done, and those are in the log.
  const isRead = specOf(call).effect === "read" || specOf(call).runsCode !== undefined;
  let doubts = 0;
  let inDoubt = !isRead && !isFresh;
  for (;;) {
    const doubt = doubtKey(call, doubts + 1);
    const isRecorded = journal.holds("approval.request", doubt);
    if (!isRecorded) {
      // Charged as it was when it was made. Waiting for a person is no work and is charged to nobody.
      const before = await timed(() => journal.answer("tool.result", key), key, scope, desk);
      if (before !== undefined) return taken(call, before);
    }
    if (isRecorded || inDoubt) {
      doubts += 1;
      inDoubt = true;
      const settled = await settleDoubt(call, doubt);
      if (settled !== undefined) return recordSettled(call, settled);
      // The try that was approved has a place in the log before it is made: one approval is one try.
      if (!(await recordUse(call, doubt)).fresh) continue;
    }
    const made = await timed((signal) => callAndRecord(call, signal), key, scope, desk);
    if (made !== undefined) return made.turn;
    inDoubt = true;
  }
}

/** Undefined where the tool broke off in the middle. */
async function callAndRecord(
  call: ToolCall,
  signal: AbortSignal,
): Promise<{ readonly turn: ToolTurn | undefined } | undefined> {
  const outcome = await callTool(call, signal);
  if (outcome === undefined) return undefined;
  const result = outcome.outcome === "success" ? outcome.result : { error: outcome.message };
  return { turn: await record(call, outcome.outcome, result) };
}

function recordUse(call: ToolCall, key: string) {
  return call.desk.journal.record({
    kind: "privilege.use",
    key,
    parent: call.key,
    actor: { type: "system", ref: "monitor" },
    attrs: { grantId: call.grant?.grantId ?? "", tool: specOf(call).name },
    values: {},
  });
}

const resultBounds: Bounds = { depth: 64, characters: 1_000_000 };

/** A result that nobody could read is left out. That something was done stays true. */
function bounded(outcome: ToolOutcome, { title, effect }: ToolSpec): ToolOutcome {
  const problem = valueProblem(outcome.outcome === "success" ? outcome.result : outcome.message, resultBounds);
  if (problem === undefined) return outcome;
  const message = `The answer of ${title} ${problem}, so it was left out.`;
  return outcome.outcome === "success" && effect !== "read"
    ? { outcome: "success", result: { note: message } }
    : { outcome: "failure", message };
}

/** How long a tool that is stopped in the middle may still say what it has done. */
const graceMs = 100;

/** Undefined where the tool broke off, so that nobody knows what it has done. */
async function callTool(call: ToolCall, signal: AbortSignal): Promise<ToolOutcome | undefined> {
  const { desk, key } = call;
  const spec = specOf(call);
  if (signal.aborted) return { outcome: "failure", message: `${spec.title} was stopped before it was used.` };
  if (spec.computes !== undefined) {
    const worked = workOnRows(spec.computes, call.args);
    return worked.ok
      ? bounded({ outcome: "success", result: worked.result }, spec)
      : { outcome: "failure", message: worked.sentence };
  }
  if (spec.runsCode !== undefined) return bounded(await runWrittenCode(call), spec);
  try {
    const prepared = await remoteCall(call);
    if (prepared.outcome === "failure") return prepared;
    const { remote } = prepared;
    const context = {
      idempotencyKey: `${desk.journal.runId}/${key}`,
      speaker: desk.turn.speaker,
      signal,
      ...(remote === undefined ? {} : { remote }),
    };
    const answered = desk.raw.tools.call(spec.name, call.args, { ...context, now: desk.journal.now() });
    const grace = (): Promise<void> => desk.raw.delay(graceMs, new AbortController().signal);
    return bounded(await orAborted(answered, signal, grace), spec);
  } catch (problem) {
    // Whoever stopped it is told; the intent stays open in the log, and the next call of the kind asks.
    if (signal.aborted) throw signal.reason instanceof RunError ? signal.reason : new RunError("stopped");
    if (problem instanceof RunError) throw problem;
    if (spec.effect !== "read") return undefined;
    const message = problem instanceof NoAnswer ? problem.message : `${spec.title} did not answer.`;
    return { outcome: "failure", message };
  }
}

/** `…/in-doubt` for the first doubt about a call, `…/again-2/in-doubt` for the next. */
function doubtKey(call: ToolCall, number: number): string {
  return number === 1 ? `${call.key}/in-doubt` : `${call.key}/again-${number}/in-doubt`;
}

/** A person says: call again, skip, or what it had answered. */
async function settleDoubt(
  call: ToolCall,
  key: string,
): Promise<{ outcome: "success" | "skipped"; result: JsonObject } | undefined> {
  const answered = await askPerson(
    {
      key,
      tool: specOf(call).name,
      requester: call.desk.turn.speaker.id,
      roles: call.deciders,
      waitMinutes: 43_200,
      allowEdit: true,
      why: "in-doubt",
      parent: call.key,
    },
    {
      arguments: call.args,
      origins: recordedOrigins(call.traced),
      sentence: `${sentenceOf(call)}: call again`,
      rule: "The call was interrupted in the middle, so it is not known whether it was made. Approve to call again, deny to leave it out, or change the values to what the call had answered.",
      checks: [],
    },
    call.scope,
    call.desk,
  );
  if (answered.outcome === "denied") {
    return { outcome: "skipped", result: { skipped: "The call was interrupted and then left out." } };
  }
  return answered.edited === undefined ? undefined : { outcome: "success", result: answered.edited };
}

/** What may have been made and was left out, is left out for the rest of the run. */
async function recordSettled(
  call: ToolCall,
  { outcome, result }: { readonly outcome: "success" | "skipped"; readonly result: JsonObject },
): Promise<ToolTurn | undefined> {
  const turn = await record(call, outcome, result);
  const { name, roles } = specOf(call);
  const told = call.desk.journal.reached().find(({ kind, key }) => kind === "tool.result" && key === call.key);
  if (outcome === "skipped" && told !== undefined)
    call.desk.memory.denials.push({ ...denialOf(name, call.args, roles), seq: told.seq });
  return turn;
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
    attrs: {
      tool: specOf(call).name,
      callId: call.requested.callId,
      outcome,
      ...(call.readers === undefined ? {} : { readers: [...call.readers] }),
    },
    values: { result: sortedJson(result ?? null) },
  });
  return taken(call, event);
}

function taken(
  call: ToolCall,
  { attrs: { outcome, readers }, values: { result } }: EventOf<"tool.result">,
): ToolTurn | undefined {
  call.readers = readers;
  if (result === undefined)
    throw new RunError("value-erased", "The result of a call was erased, so this turn cannot be run again.");
  if (outcome !== "success") {
    // Why it failed is told by the tool's own system, which may be anybody's.
    call.desk.memory.outsideText = true;
    return answer(call, outcome, result, "untrusted");
  }
  call.result = result;
  return undefined;
}
