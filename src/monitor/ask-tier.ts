import { RunError, type RunEvent, type StepScope } from "#engine";
import { tokensIn } from "#pillars/autonomy/day";
import { lapses, mostJudged, type Lapse, type Opinion, type TierId } from "#pillars/firewall";
import { chargeBudget, timed } from "./budget.ts";
import { claimDay } from "./day-claim.ts";
import { nodeOf, type Desk } from "./desk.ts";
import { placeOf, type Firewall, type Subject } from "./inspected.ts";

type Response = Extract<RunEvent, { kind: "guardrail.response" }>;

/** What a tier said, before it is in the log. */
export interface Heard {
  readonly verdict: "pass" | "stop" | "none";
  readonly answer: string;
  readonly reason: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Why it came to no verdict. */
  readonly failure?: string;
  readonly sentence?: string;
}

/** A stronger tier as one firewall has set it up. */
export interface Tier {
  readonly id: TierId;
  /** The model by its name, or the file by its digest. */
  readonly model: string;
  readonly provider: string;
  readonly seconds: number;
  /** Whether asking it is a step and costs tokens, as every call of a model does. */
  readonly isModelCall: boolean;
  /** Why it need not be asked at all. */
  readonly missing?: Lapse;
  /** `key` names the question in the log. Rejects only with what `signal` says when it aborts. */
  ask(text: string, subject: Subject, key: string, signal: AbortSignal): Promise<Heard>;
}

/**
 * Asks a tier about a text: limits -> tier -> limits charged, with its question and its answer in the log. The answer is asked
 * for once in a run, whatever turns and tries come by it again.
 */
export async function askTier(
  tier: Tier,
  text: string,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<Opinion> {
  if (tier.missing !== undefined) return { verdict: "none", lapse: tier.missing };
  if (text.length > mostJudged) return { verdict: "none", lapse: "too-long" };
  const key = `${tier.id}/${placeOf(firewall, scope.step.node.id, subject)}`;
  const before = desk.memory.opinions.get(key);
  if (before !== undefined) return opinionOf(before);
  if (tier.isModelCall) {
    await chargeBudget({ kind: "step", depth: 1 }, key, scope, desk);
    await claimDay({ kind: "model", model: tier.model, tokens: tokensIn(text.length) }, key, scope, desk);
  }
  const response = await timed(
    (signal) => obtain(tier, text, key, subject, firewall, scope, desk, signal),
    key,
    scope,
    desk,
  );
  desk.memory.opinions.set(key, response);
  const { failure, inputTokens, outputTokens, model } = response.attrs;
  // Whoever stopped the step, or used up its time, stopped the question with it.
  if (failure === "stopped" || failure === "timeout") throw new RunError(failure, response.values.sentence);
  if (tier.isModelCall)
    await chargeBudget({ kind: "tokens", model, input: inputTokens, output: outputTokens }, key, scope, desk);
  return opinionOf(response);
}

async function obtain(
  tier: Tier,
  text: string,
  key: string,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
  signal: AbortSignal,
): Promise<Response> {
  const place = { tier: tier.id, model: tier.model, firewall: firewall.nodeId, ref: subject.ref } as const;
  const about = {
    key,
    parent: scope.key,
    node: nodeOf(scope),
    actor: { type: "system", ref: firewall.nodeId },
  } as const;
  await desk.journal.record({
    ...about,
    kind: "guardrail.request",
    attrs: { ...place, provider: tier.provider, direction: subject.direction },
    values: { text },
  });
  const before = await desk.journal.answer("guardrail.response", key);
  if (before !== undefined) return before;
  desk.progress({ type: "checking", key, node: scope.step.node.id });
  const heard = await withinSeconds(tier.seconds, signal, desk, (inTime) => tier.ask(text, subject, key, inTime));
  const { event } = await desk.journal.record({
    ...about,
    kind: "guardrail.response",
    attrs: {
      ...place,
      verdict: heard.verdict,
      inputTokens: heard.inputTokens,
      outputTokens: heard.outputTokens,
      ...(heard.failure === undefined ? {} : { failure: heard.failure }),
    },
    values: {
      answer: heard.answer,
      reason: heard.reason,
      ...(heard.sentence === undefined ? {} : { sentence: heard.sentence }),
    },
  });
  return event;
}

class Late extends Error {}

/** Why nobody waited any longer, once the signal of a question has aborted. */
export function lapseOf({ reason }: AbortSignal): "late" | "timeout" | "stopped" {
  if (reason instanceof Late) return "late";
  return reason instanceof RunError && reason.code === "timeout" ? "timeout" : "stopped";
}

/** A tier has its own time, within that of the step. */
async function withinSeconds<T>(
  seconds: number,
  outer: AbortSignal,
  desk: Desk,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const done = new AbortController();
  const stop = (): void => inner.abort(outer.reason);
  if (outer.aborted) stop();
  outer.addEventListener("abort", stop, { once: true });
  void desk.raw.delay(seconds * 1000, done.signal).then(() => {
    if (!done.signal.aborted) inner.abort(new Late());
  });
  try {
    return await work(inner.signal);
  } finally {
    done.abort();
    outer.removeEventListener("abort", stop);
  }
}

function opinionOf({ attrs, values }: Response): Opinion {
  if (attrs.verdict === "pass") return { verdict: "pass" };
  if (attrs.verdict === "none")
    return { verdict: "none", lapse: lapses.find((each) => each === attrs.failure) ?? "failed" };
  if (values.reason === undefined)
    throw new RunError("value-erased", "The reason of a second opinion was erased, so this turn cannot be run again.");
  return { verdict: "stop", reason: values.reason };
}
