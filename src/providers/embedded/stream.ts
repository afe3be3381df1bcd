import type { FinishReason, LlmPart, LlmRequest, ModelInfo } from "#engine";
import { ModelError } from "../model-error.ts";
import { decide } from "./decide.ts";

export const embeddedModel: ModelInfo = {
  id: "embedded",
  provider: "embedded",
  title: "Embedded demo assistant (no AI model)",
  isAiModel: false,
};

/**
 * Streams the assistant's reply word by word. No network, clock or randomness: the same request gives the same parts.
 * `pause` runs before each word, for hosts that want it to read like typing.
 */
export async function* streamEmbedded(
  request: LlmRequest,
  signal: AbortSignal,
  pause?: () => Promise<void>,
): AsyncGenerator<LlmPart> {
  if (signal.aborted) throw new ModelError("aborted");
  const reply = decide(request);
  const inputTokens = tokens(JSON.stringify([request.instructions, request.messages, request.documents ?? []]));
  if (reply.kind === "call") {
    yield { type: "tool-call", callId: nextCallId(request), tool: reply.tool, arguments: reply.arguments };
    yield {
      type: "finish",
      reason: "tool-calls",
      usage: { inputTokens, outputTokens: tokens(JSON.stringify(reply.arguments)) },
    };
    return;
  }
  for (const source of reply.sources ?? []) yield { type: "source", ...source };
  const budget = request.maxOutputTokens ?? Number.POSITIVE_INFINITY;
  let spent = 0;
  let reason: FinishReason = "stop";
  for (const word of reply.text.match(/\s*\S+\s*?(?=\s|$)|\s+/g) ?? []) {
    if (spent + tokens(word) > budget) {
      reason = "length";
      break;
    }
    await pause?.();
    if (signal.aborted) throw new ModelError("aborted");
    spent += tokens(word);
    yield { type: "text", text: word };
  }
  yield { type: "finish", reason, usage: { inputTokens, outputTokens: spent } };
}

/** Call ids number the calls of the conversation, so they are the same in a replay. */
function nextCallId(request: LlmRequest): string {
  const before = request.messages.reduce(
    (count, message) => count + (message.role === "assistant" ? message.toolCalls.length : 0),
    0,
  );
  return `embedded-call-${before + 1}`;
}

/** About four characters to a token: an estimate for the meters, as there is no model that counts. */
function tokens(text: string): number {
  return Math.ceil(text.length / 4);
}
