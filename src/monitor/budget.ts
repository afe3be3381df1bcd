import { RunError, type StepScope } from "#engine";
import {
  charge,
  limitsConfig,
  limitSentence,
  noUsage,
  type Charge,
  type LimitHit,
  type LimitsConfig,
} from "#pillars/autonomy";
import { helpers, nodeOf, type Desk } from "./desk.ts";

/** A step without a Limits node is bounded all the same. */
export function limitsOf(scope: StepScope): { readonly id: string; readonly limits: LimitsConfig } {
  const attached = helpers(scope.step.attached, "limits")[0];
  return {
    id: attached?.nodeId ?? `${scope.step.node.id} default`,
    limits: limitsConfig.parse(attached?.config ?? {}),
  };
}

/** Charges a step's budget. When it is used up, that is recorded and the step ends: limits are never asked about. */
export async function chargeBudget(
  what: Charge,
  key: string,
  scope: StepScope,
  desk: Desk,
  toolTitle?: string,
): Promise<void> {
  const { id, limits } = limitsOf(scope);
  const { usage, hit } = charge(limits, desk.memory.usage.get(id) ?? noUsage, what);
  desk.memory.usage.set(id, usage);
  if (hit === undefined) return;
  const sentence = limitSentence(hit, limits, toolTitle);
  await desk.journal.record({
    kind: "limit.hit",
    key: `${key}/${what.kind}`,
    parent: key,
    node: nodeOf(scope),
    actor: { type: "system", ref: id },
    attrs: hitAttrs(hit),
    values: { sentence },
  });
  throw new RunError("limit-hit", sentence);
}

/** What cannot be counted is written as one above the limit: the log has no word for endless. */
function hitAttrs({ limit, used, max }: LimitHit) {
  const counted = Number.isFinite(used) ? used : max + 1;
  const micros = (dollars: number): number => Math.ceil(dollars * 1_000_000 - 1e-6);
  return {
    limit,
    used: Math.ceil(counted),
    max: Math.ceil(max),
    ...(limit === "dollars" ? { usedMicros: micros(counted), maxMicros: micros(max) } : {}),
  };
}

/** Milliseconds the step may still work. */
function timeLeft(scope: StepScope, desk: Desk): number {
  const { id, limits } = limitsOf(scope);
  return Math.max(0, (limits.seconds - (desk.memory.usage.get(id)?.seconds ?? 0)) * 1000);
}

/** Does work under the step's time budget: the signal aborts when it is used up. The time is charged from the log's clock. */
export async function timed<T>(
  work: (signal: AbortSignal) => Promise<T>,
  key: string,
  scope: StepScope,
  desk: Desk,
): Promise<T> {
  const abort = new AbortController();
  const done = new AbortController();
  const stop = (): void => abort.abort(scope.signal.reason);
  if (scope.signal.aborted) stop();
  scope.signal.addEventListener("abort", stop, { once: true });
  void desk.raw.delay(timeLeft(scope, desk), done.signal).then(() => {
    if (!done.signal.aborted) abort.abort(new RunError("timeout", "The time for this message is used up."));
  });
  const before = desk.journal.now();
  try {
    return await work(abort.signal);
  } finally {
    done.abort();
    scope.signal.removeEventListener("abort", stop);
    await chargeBudget({ kind: "time", seconds: Math.max(0, desk.journal.now() - before) / 1000 }, key, scope, desk);
  }
}
