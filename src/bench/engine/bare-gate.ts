import {
  asGateFactory,
  authorLabel,
  jsonToText,
  labelled,
  RunError,
  type GateContext,
  type GateFactory,
  type LlmStep,
  type LlmTurn,
  type Needs,
  type StepScope,
  type ToolSpec,
} from "#engine";
import type { RawPorts } from "#monitor";

/**
 * What the same engine costs without a single guard: models, tools and code are reached straight away and nothing is
 * recorded about them. The floor that the guards are measured against; it exists for the benchmark alone.
 */
export function createBareGate(raw: RawPorts): GateFactory {
  return asGateFactory((context) => ({
    open: (scope) => openNeeds(scope, context, raw),
    close: async () => undefined,
  }));
}

function openNeeds(scope: StepScope, { journal, turn }: GateContext, raw: RawPorts): Needs {
  const refuse = async (): Promise<never> => {
    throw new RunError("check-failed", "The benchmark has no such step.");
  };
  const specs = scope.step.attached.flatMap((helper): readonly ToolSpec[] => helper.tools);
  return {
    llm: { ask: (step) => askModel(step, scope, raw) },
    tools: {
      visible: async () => specs,
      async call(key, { callId, tool, arguments: args }) {
        const world = { idempotencyKey: key, speaker: turn.speaker, now: journal.now(), signal: scope.signal };
        const outcome = await raw.tools.call(tool, args, world);
        const result = outcome.outcome === "success" ? outcome.result : { error: outcome.message };
        const message = { role: "tool", callId, tool, result } as const;
        return {
          outcome: outcome.outcome,
          message: { ref: key, from: "tool", label: authorLabel, message },
          result: labelled(result, authorLabel),
        };
      },
    },
    code: {
      run: (_key, request) =>
        raw.code.run({ ...request, now: journal.now(), seed: 1, tools: [], call: refuse }, scope.signal),
    },
    knowledge: { search: async () => [] },
    people: { decide: refuse, handOff: refuse },
    firewall: { inspect: refuse },
    conversation: {
      history: () => [],
      current: () => ({ ref: "in", from: "user", label: authorLabel, message: { role: "user", text: turn.text } }),
      async say(suffix, { text }) {
        await journal.record({
          kind: "message",
          key: `${scope.key}/${suffix}`,
          actor: { type: "agent", ref: scope.step.node.id },
          attrs: { role: "assistant", provider: "", aiModel: false },
          values: { content: jsonToText(text.data), sources: [], options: [] },
        });
      },
    },
  };
}

async function askModel(
  { context, documents: _, ...request }: LlmStep,
  scope: StepScope,
  raw: RawPorts,
): Promise<LlmTurn> {
  const messages = context.map(({ message }) => message);
  const toolCalls: LlmTurn["toolCalls"][number][] = [];
  let text = "";
  for await (const part of raw.models.stream({ ...request, messages }, scope.signal)) {
    if (part.type === "text") text += part.text;
    if (part.type === "tool-call") toolCalls.push({ callId: part.callId, tool: part.tool, arguments: part.arguments });
  }
  return { text, toolCalls, sources: [], label: authorLabel, ref: `${scope.key}/${request.key}` };
}
