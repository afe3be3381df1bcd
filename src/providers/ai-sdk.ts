import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { z } from "zod";
import { jsonObject } from "#engine";
import type { FinishReason, JsonObject, LlmMessage, LlmPart, LlmRequest, LlmUsage, ToolSpec } from "#engine";
import { classify } from "./classify.ts";
import { canPoint, handleNotice, withHandles } from "./handles.ts";
import { markValue, unmarkText, unmarkValue, withDocuments } from "./data-mark.ts";
import { ModelError } from "./model-error.ts";

/**
 * One step of a model of the AI SDK as our parts. Tools go along as descriptions only, so the SDK has nothing to run; a call
 * that the provider wants to run or approve itself would pass by the gate and is refused. Throws ModelError.
 */
export async function* streamModel(
  model: LanguageModelV4,
  request: LlmRequest,
  signal: AbortSignal,
): AsyncGenerator<LlmPart> {
  try {
    const { stream } = await model.doStream(optionsOf(request, signal));
    yield* translate(stream, signal);
  } catch (error) {
    throw classify(error, signal);
  }
}

/**
 * The AI SDK sends a model given by its name to a gateway on the network. Nothing here gives one by name; should a
 * dependency do so, it fails instead.
 */
export function forbidModelsByName(): void {
  const languageModel = () => {
    throw new ModelError("refused");
  };
  Object.defineProperty(globalThis, "AI_SDK_DEFAULT_PROVIDER", {
    value: Object.freeze({ languageModel }),
    configurable: true,
  });
}

async function* translate(
  stream: ReadableStream<LanguageModelV4StreamPart>,
  signal: AbortSignal,
): AsyncGenerator<LlmPart> {
  const reader = stream.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  let finished = false;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (signal.aborted) throw new ModelError("aborted");
      for (const part of translatePart(next.value)) {
        // An answer that goes on after its end is no answer.
        if (finished) throw new ModelError("bad-answer");
        finished = part.type === "finish";
        yield part;
      }
    }
    if (signal.aborted) throw new ModelError("aborted");
    if (!finished) throw new ModelError("bad-answer");
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

function translatePart(part: LanguageModelV4StreamPart): LlmPart[] {
  switch (part.type) {
    case "text-delta":
      return part.delta === "" ? [] : [{ type: "text", text: unmarkText(part.delta) }];
    case "tool-call":
      if (part.providerExecuted) throw new ModelError("bad-answer");
      return [
        { type: "tool-call", callId: part.toolCallId, tool: part.toolName, arguments: readArguments(part.input) },
      ];
    case "source":
      return [
        { type: "source", documentId: part.sourceType === "url" ? part.url : part.id, title: part.title ?? part.id },
      ];
    case "finish":
      return [{ type: "finish", reason: readReason(part.finishReason.unified), usage: readUsage(part.usage) }];
    case "error":
      throw part.error;
    case "tool-result":
    case "tool-approval-request":
      throw new ModelError("bad-answer");
    default:
      return [];
  }
}

/** The arguments arrive as text. Some servers send nothing for a tool without arguments. */
function readArguments(input: string): JsonObject {
  try {
    return jsonObject.parse(unmarkValue(jsonObject.parse(JSON.parse(input.trim() === "" ? "{}" : input))));
  } catch {
    throw new ModelError("bad-answer");
  }
}

function readReason(reason: FinishReason | "interrupted"): FinishReason {
  return reason === "interrupted" ? "other" : reason;
}

function readUsage({ inputTokens, outputTokens }: LanguageModelV4Usage): LlmUsage {
  return { inputTokens: inputTokens.total ?? 0, outputTokens: outputTokens.total ?? 0 };
}

/** JSON Schemas are checked where tools are defined; here they only change their type's name. */
const schema = z.custom<
  Extract<NonNullable<LanguageModelV4CallOptions["tools"]>[number], { type: "function" }>["inputSchema"]
>((value) => typeof value === "object" && value !== null);

function optionsOf(request: LlmRequest, signal: AbortSignal): LanguageModelV4CallOptions {
  const { temperature, maxOutputTokens, replySchema, tools } = request;
  return {
    prompt: promptOf(request),
    abortSignal: signal,
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(replySchema === undefined
      ? {}
      : { responseFormat: { type: "json" as const, schema: schema.parse(replySchema) } }),
    ...(tools.length === 0
      ? {}
      : { tools: tools.map((tool) => describe(tool, canPoint(request))), toolChoice: { type: "auto" as const } }),
  };
}

function describe(tool: ToolSpec, canPoint: boolean) {
  const { name, description } = tool;
  const inputSchema = schema.parse(canPoint ? withHandles(tool) : tool.inputSchema);
  return { type: "function" as const, name, description, inputSchema };
}

function promptOf(request: LlmRequest): LanguageModelV4Prompt {
  const instructions =
    request.tools.length > 0 && canPoint(request) ? `${request.instructions}\n\n${handleNotice}` : request.instructions;
  const content = withDocuments(instructions, request.documents ?? []);
  return [{ role: "system", content }, ...request.messages.map(messageOf)];
}

function messageOf(message: LlmMessage): LanguageModelV4Prompt[number] {
  switch (message.role) {
    case "user":
      return { role: "user", content: [{ type: "text", text: message.text }] };
    case "tool":
      return {
        role: "tool",
        content: [
          {
            type: "tool-result",
            toolCallId: message.callId,
            toolName: message.tool,
            output: { type: "json", value: z.json().parse(markValue(message.result)) },
          },
        ],
      };
    case "assistant": {
      const text = message.text === "" ? [] : [{ type: "text" as const, text: message.text }];
      const calls = message.toolCalls.map((call) => ({
        type: "tool-call" as const,
        toolCallId: call.callId,
        toolName: call.tool,
        input: call.arguments,
      }));
      return { role: "assistant", content: [...text, ...calls] };
    }
  }
}
