import {
  joinLabels,
  RunError,
  sortedObject,
  valueProblem,
  type Bounds,
  type GuardedLlm,
  type JsonObject,
  type Label,
  type LlmMessage,
  type LlmPart,
  type LlmStep,
  type LlmToolCall,
  type LlmTurn,
  type RunEvent,
  type StepScope,
} from "#engine";
import { tokensIn } from "#pillars/autonomy/day";
import { holdsReply, restore } from "#pillars/firewall";
import { answerSources } from "./answer-sources.ts";
import { chargeBudget, timed } from "./budget.ts";
import { claimDay } from "./day-claim.ts";
import { agentActor, nodeOf, type Desk } from "./desk.ts";
import {
  firewallOf,
  inspectContext,
  canaryOf,
  inspectionContext,
  inspectText,
  type PassedMessage,
} from "./inspection.ts";
import type { Firewall } from "./inspected.ts";
import { untilAborted } from "./patience.ts";
import { tokens } from "./tokens.ts";
import { privateMark, untrustedNotice } from "./untrusted-notice.ts";

/** LLM call: limits -> firewall on what is read -> room in the day -> provider -> firewall on what is written -> limits charged. */
export function guardLlm(scope: StepScope, desk: Desk): GuardedLlm {
  return {
    async ask(step) {
      const key = `${scope.key}/${step.key}`;
      const firewall = firewallOf(scope);
      await chargeBudget({ kind: "step", depth: 1 }, key, scope, desk);
      // Under a limit on money a model without a price is too dear before it has been asked anything.
      await chargeBudget({ kind: "tokens", model: step.model, input: 0, output: 0 }, `${key}/price`, scope, desk);
      const passed = await inspectContext(step.context, firewall, scope, desk);
      const documents = await inspectDocuments(step, firewall, scope, desk);
      const characters =
        JSON.stringify(passed.map(({ message }) => message)).length +
        step.instructions.length +
        documents.reduce((sum, { text }) => sum + text.length, 0);
      await claimDay({ kind: "model", model: step.model, tokens: tokensIn(characters) }, key, scope, desk);
      const label = joinLabels([
        scope.label,
        ...step.context.map((each) => each.label),
        ...documents.map(() => outside),
      ]);
      const answer = await timed(
        (signal) => obtain({ ...step, documents }, key, passed, firewall, scope, desk, signal),
        key,
        scope,
        desk,
      );
      return finishTurn(answer, key, { ...step, documents }, label, firewall, scope, desk);
    },
  };
}

const outside: Label = { integrity: "untrusted", sources: [] };

type Response = Extract<RunEvent, { kind: "llm.response" }>;
type Documents = NonNullable<LlmStep["documents"]>;

async function inspectDocuments(step: LlmStep, firewall: Firewall, scope: StepScope, desk: Desk): Promise<Documents> {
  const passed = [];
  for (const document of step.documents ?? []) {
    desk.memory.outsideText = true;
    const text = await inspectText(
      document.text,
      { ref: document.ref, from: "document", direction: "input" },
      firewall,
      scope,
      desk,
    );
    const title = await inspectText(
      document.title,
      { ref: `${document.ref}/title`, cause: document.ref.replace(/#.*$/u, ""), from: "document", direction: "input" },
      firewall,
      scope,
      desk,
    );
    passed.push({ ...document, text, title });
  }
  return passed;
}

async function obtain(
  step: LlmStep,
  key: string,
  passed: readonly PassedMessage[],
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
  signal: AbortSignal,
): Promise<Response> {
  const info = desk.raw.models.info(step.model);
  const provider = info?.provider ?? "unknown";
  await desk.journal.record({
    kind: "llm.request",
    key,
    parent: scope.key,
    node: nodeOf(scope),
    actor: agentActor(scope),
    attrs: {
      model: step.model,
      provider,
      refs: [...passed.map(({ ref }) => ref), ...(step.documents ?? []).map(({ ref }) => ref)],
      tools: step.tools.map((tool) => tool.name),
    },
    values: { instructions: step.instructions },
  });
  const before = await desk.journal.answer("llm.response", key);
  if (before !== undefined) return before;
  const heard = await listen(
    step,
    passed.map(({ message }) => message),
    key,
    firewall,
    scope,
    desk,
    signal,
  );
  const { event } = await desk.journal.record({
    kind: "llm.response",
    key,
    parent: key,
    node: nodeOf(scope),
    actor: agentActor(scope),
    attrs: {
      model: step.model,
      finishReason: heard.finishReason,
      inputTokens: heard.inputTokens,
      outputTokens: heard.outputTokens,
      ...(heard.failure === undefined ? {} : { failure: heard.failure.code }),
    },
    values: {
      text: heard.text,
      toolCalls: heard.toolCalls.map(({ callId, tool, arguments: args }) => ({ callId, tool, arguments: args })),
      sources: heard.sources,
      ...(heard.failure === undefined ? {} : { sentence: heard.failure.message }),
    },
  });
  return event;
}

interface Heard {
  text: string;
  toolCalls: LlmToolCall[];
  sources: JsonObject[];
  finishReason: string;
  inputTokens: number;
  outputTokens: number;
  failure?: RunError;
}

/** Listens to the model; what may already be shown is shown, the rest is held back until the whole reply has been checked. */
async function listen(
  step: LlmStep,
  messages: readonly LlmMessage[],
  key: string,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
  signal: AbortSignal,
): Promise<Heard> {
  const heard: Heard = { text: "", toolCalls: [], sources: [], finishReason: "error", inputTokens: 0, outputTokens: 0 };
  const inspection = desk.raw.inspector.stream(
    {
      direction: "output",
      from: "model",
      context: inspectionContext(scope, desk, answerSources(step, desk)),
      placeholders: desk.memory.placeholders,
    },
    firewall.policy,
  );
  const isHeld = holdsReply(firewall.policy);
  const show = (text: string): void => {
    if (text === "") return;
    if (isHeld) desk.progress({ type: "checking", key, node: scope.step.node.id });
    else desk.progress({ type: "text", key, node: scope.step.node.id, text: restore(text, desk.memory.placeholders) });
  };
  try {
    signal.throwIfAborted();
    const read = JSON.stringify(messages).length + step.instructions.length;
    const { key: _key, context: _context, ...request } = step;
    const parts = desk.raw.models.stream(
      {
        ...request,
        instructions: `${step.instructions}\n\n${untrustedNotice}\n\n${privateMark(canaryOf(desk))}`,
        messages,
      },
      signal,
    );
    for await (const part of untilAborted(parts, signal)) {
      requireRoom(part, heard);
      take(part, heard, `${desk.turn.key}_${step.key}`, read);
      if (part.type === "text") show((await inspection.push(part.text)).release);
    }
    show((await inspection.end()).release);
  } catch (problem) {
    heard.failure = failureOf(problem, signal);
  } finally {
    inspection.abandon();
  }
  return heard;
}

/** Sizes beyond which an answer is no answer: in characters, calls, and the bounds of a call's arguments. */
const mostText = 200_000;
const mostCalls = 64;
const argumentBounds: Bounds = { depth: 32, characters: 100_000 };

function requireRoom(part: LlmPart, heard: Heard): void {
  const isTooMuch =
    (part.type === "text" && heard.text.length + part.text.length > mostText) ||
    (part.type === "tool-call" && heard.toolCalls.length >= mostCalls) ||
    (part.type === "source" && heard.sources.length >= mostCalls);
  if (isTooMuch) throw new RunError("model-failed", "The model's answer had no end, so it was cut off.");
  const problem = part.type === "tool-call" ? valueProblem(part.arguments, argumentBounds) : undefined;
  if (problem !== undefined) throw new RunError("model-failed", `What the model wants to use a tool with ${problem}.`);
}

/** Calls are named by their place: a provider's own ids differ from one asking to the next, and a resumed run must not. */
function take(part: LlmPart, heard: Heard, callPrefix: string, read: number): void {
  switch (part.type) {
    case "text":
      heard.text += part.text;
      return;
    case "tool-call":
      heard.toolCalls.push({
        callId: `${callPrefix}_c${heard.toolCalls.length}`,
        tool: part.tool,
        arguments: sortedObject(part.arguments),
      });
      return;
    case "source":
      heard.sources.push({ documentId: part.documentId, title: part.title });
      return;
    case "finish":
      heard.finishReason = part.reason;
      heard.inputTokens = tokens(part.usage.inputTokens, read);
      heard.outputTokens = tokens(part.usage.outputTokens, heard.text.length);
  }
}

function failureOf(problem: unknown, signal: AbortSignal): RunError {
  if (signal.aborted) return signal.reason instanceof RunError ? signal.reason : new RunError("stopped");
  // Providers throw errors whose message is one sentence for a person, without keys or headers.
  return new RunError("model-failed", problem instanceof Error ? problem.message : undefined, problem);
}

async function finishTurn(
  response: Response,
  key: string,
  step: LlmStep,
  label: Label,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<LlmTurn> {
  const { failure, inputTokens, outputTokens, model } = response.attrs;
  if (failure !== undefined) throw recordedFailure(failure, response.values.sentence);
  await chargeBudget({ kind: "tokens", model, input: inputTokens, output: outputTokens }, key, scope, desk);
  const written = response.values.text;
  if (written === undefined)
    throw new RunError("value-erased", "The model's reply was erased, so this turn cannot be run again.");
  const toolCalls = toolCallsOf(response);
  const isAnswer = toolCalls.length === 0;
  const subject = {
    ref: key,
    from: "model",
    direction: "output",
    isAnswer,
    sources: answerSources(step, desk),
  } as const;
  const text = await inspectText(written, subject, firewall, scope, desk);
  const info = desk.raw.models.info(step.model);
  const sources = response.values.sources ?? [];
  desk.memory.lastAnswer = { provider: info?.provider ?? "unknown", aiModel: info?.isAiModel ?? true, sources };
  return {
    text,
    toolCalls,
    sources: sources.flatMap(sourceOf),
    label: { ...label, sources: [...new Set([...label.sources, key])].sort() },
    ref: key,
  };
}

function recordedFailure(code: string, sentence: string | undefined): RunError {
  if (code === "stopped" || code === "timeout") return new RunError(code, sentence);
  return new RunError("model-failed", sentence);
}

function toolCallsOf(response: Response): LlmToolCall[] {
  return (response.values.toolCalls ?? []).flatMap((call) => {
    const { callId, tool, arguments: args } = call;
    return typeof callId === "string" && typeof tool === "string" && isObject(args)
      ? [{ callId, tool, arguments: args }]
      : [];
  });
}

function sourceOf(source: JsonObject): { documentId: string; title: string }[] {
  const { documentId, title } = source;
  return typeof documentId === "string" && typeof title === "string" ? [{ documentId, title }] : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
