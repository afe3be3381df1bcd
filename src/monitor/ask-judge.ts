import { RunError, type RunEvent, type StepScope } from "#engine";
import {
  answerSchema,
  askAbout,
  lapses,
  mostAnswer,
  mostJudged,
  noJudge,
  readJudgement,
  type Opinion,
} from "#pillars/firewall";
import { chargeBudget, timed } from "./budget.ts";
import { nodeOf, type Desk } from "./desk.ts";
import { placeOf, type Firewall, type Subject } from "./inspected.ts";
import { untilAborted } from "./patience.ts";
import { tokens } from "./tokens.ts";

type Response = Extract<RunEvent, { kind: "guardrail.response" }>;

/**
 * Asks the judge model about a text: limits -> model -> limits charged, like any model call, with its question and its answer in
 * the log. The answer is asked for once in a run, whatever turns and tries come by it again.
 */
export async function askJudge(
  text: string,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<Opinion> {
  const { model } = firewall.policy.tiers.judge;
  if (model === "" || model === noJudge) return { verdict: "none", lapse: "no-judge" };
  if (text.length > mostJudged) return { verdict: "none", lapse: "too-long" };
  const key = `judge/${placeOf(firewall, scope.step.node.id, subject)}`;
  const before = desk.memory.opinions.get(key);
  if (before !== undefined) return opinionOf(before);
  await chargeBudget({ kind: "step", depth: 1 }, key, scope, desk);
  const response = await timed((signal) => obtain(text, key, subject, firewall, scope, desk, signal), key, scope, desk);
  desk.memory.opinions.set(key, response);
  const { failure, inputTokens, outputTokens } = response.attrs;
  // Whoever stopped the step, or used up its time, stopped the question with it.
  if (failure === "stopped" || failure === "timeout") throw new RunError(failure, response.values.sentence);
  await chargeBudget({ kind: "tokens", input: inputTokens, output: outputTokens }, key, scope, desk);
  return opinionOf(response);
}

async function obtain(
  text: string,
  key: string,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
  signal: AbortSignal,
): Promise<Response> {
  const { model, seconds } = firewall.policy.tiers.judge;
  const place = { tier: "judge", model, firewall: firewall.nodeId, ref: subject.ref } as const;
  const about = {
    key,
    parent: scope.key,
    node: nodeOf(scope),
    actor: { type: "system", ref: firewall.nodeId },
  } as const;
  await desk.journal.record({
    ...about,
    kind: "guardrail.request",
    attrs: {
      ...place,
      provider: desk.raw.models.info(model)?.provider ?? "unknown",
      direction: subject.direction,
    },
    values: { text },
  });
  const before = await desk.journal.answer("guardrail.response", key);
  if (before !== undefined) return before;
  desk.progress({ type: "checking", key, node: scope.step.node.id });
  const question = askAbout(text, subject.direction, secretOf(key, desk));
  const heard = await withinSeconds(seconds, signal, desk, (inTime) => listen(model, question, inTime, desk));
  const judgement = heard.failure === undefined ? readJudgement(heard.text) : undefined;
  const failure = heard.failure ?? (judgement === undefined ? "unreadable" : undefined);
  const { event } = await desk.journal.record({
    ...about,
    kind: "guardrail.response",
    attrs: {
      ...place,
      verdict: judgement?.verdict ?? "none",
      inputTokens: heard.inputTokens,
      outputTokens: heard.outputTokens,
      ...(failure === undefined ? {} : { failure }),
    },
    values: {
      answer: heard.text,
      reason: judgement?.reason ?? "",
      ...(heard.sentence === undefined ? {} : { sentence: heard.sentence }),
    },
  });
  return event;
}

/** Of every text another one, and of every run: whoever has seen one in an answer knows no other. */
function secretOf(key: string, { raw, journal }: Desk): string {
  return raw
    .digest(["judge", journal.runId, key])
    .replace(/[^a-zA-Z0-9]/gu, "")
    .toLowerCase();
}

interface Heard {
  text: string;
  inputTokens: number;
  outputTokens: number;
  failure?: string;
  sentence?: string;
}

async function listen(
  model: string,
  question: ReturnType<typeof askAbout>,
  signal: AbortSignal,
  desk: Desk,
): Promise<Heard> {
  const heard: Heard = { text: "", inputTokens: 0, outputTokens: 0 };
  try {
    signal.throwIfAborted();
    const parts = desk.raw.models.stream(
      {
        model,
        instructions: question.instructions,
        messages: [{ role: "user", text: question.text }],
        tools: [],
        replySchema: answerSchema,
        temperature: 0,
      },
      signal,
    );
    for await (const part of untilAborted(parts, signal)) {
      if (part.type === "text") heard.text += part.text;
      if (part.type === "finish") {
        heard.inputTokens = tokens(part.usage.inputTokens, question.instructions.length + question.text.length);
        heard.outputTokens = tokens(part.usage.outputTokens, heard.text.length);
        if (part.reason === "content-filter") heard.failure = "refused";
      }
      // It was given no tools, and a judgement is short.
      if (part.type === "tool-call" || heard.text.length > mostAnswer) {
        heard.failure = "unreadable";
        heard.text = heard.text.slice(0, mostAnswer);
        return heard;
      }
    }
  } catch (problem) {
    const { reason } = signal;
    heard.failure = !signal.aborted ? "failed" : reason instanceof Late ? "late" : codeOf(reason);
    // Providers throw errors whose message is one sentence for a person, without keys or headers.
    if (problem instanceof Error && !(problem instanceof Late)) heard.sentence = problem.message;
  }
  return heard;
}

class Late extends Error {}

function codeOf(reason: unknown): string {
  return reason instanceof RunError && reason.code === "timeout" ? "timeout" : "stopped";
}

/** The judge has its own time, within that of the step. */
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
    throw new RunError("value-erased", "The judge model's reason was erased, so this turn cannot be run again.");
  return { verdict: "stop", reason: values.reason };
}
