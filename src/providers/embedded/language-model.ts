import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { z } from "zod";
import { jsonObject, jsonValue } from "#engine";
import type { LlmMessage, LlmPart, LlmRequest, ToolSpec } from "#engine";
import { spell } from "./schema.ts";
import { capitalise } from "./slots.ts";
import { embeddedModel, streamEmbedded } from "./stream.ts";

/** The embedded assistant as a model of the AI SDK, for code that wants one. The SDK's prompt carries no documents. */
export function createEmbeddedLanguageModel(): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: embeddedModel.provider,
    modelId: embeddedModel.id,
    supportedUrls: {},
    async doStream(options) {
      const parts = streamEmbedded(requestOf(options), options.abortSignal ?? new AbortController().signal);
      return { stream: streamOf(parts) };
    },
    async doGenerate(options) {
      const content: LanguageModelV4Content[] = [];
      let text = "";
      let end: { finishReason: LanguageModelV4FinishReason; usage: LanguageModelV4Usage } = ended("other", 0, 0);
      for await (const part of streamEmbedded(
        requestOf(options),
        options.abortSignal ?? new AbortController().signal,
      )) {
        if (part.type === "text") text += part.text;
        else if (part.type === "tool-call") content.push(callOf(part));
        else if (part.type === "finish") end = ended(part.reason, part.usage.inputTokens, part.usage.outputTokens);
      }
      return { content: text === "" ? content : [{ type: "text", text }, ...content], ...end, warnings: [] };
    },
  };
}

function streamOf(parts: AsyncGenerator<LlmPart>): ReadableStream<LanguageModelV4StreamPart> {
  let speaking = false;
  return new ReadableStream<LanguageModelV4StreamPart>({
    start(controller) {
      controller.enqueue({ type: "stream-start", warnings: [] });
    },
    async pull(controller) {
      const next = await parts.next();
      if (next.done) return controller.close();
      const part = next.value;
      if (part.type === "text") {
        if (!speaking) controller.enqueue({ type: "text-start", id: "0" });
        speaking = true;
        controller.enqueue({ type: "text-delta", id: "0", delta: part.text });
      } else if (part.type === "source") {
        controller.enqueue({
          type: "source",
          sourceType: "document",
          id: part.documentId,
          title: part.title,
          mediaType: "text/plain",
        });
      } else if (part.type === "tool-call") {
        controller.enqueue(callOf(part));
      } else {
        if (speaking) controller.enqueue({ type: "text-end", id: "0" });
        controller.enqueue({ type: "finish", ...ended(part.reason, part.usage.inputTokens, part.usage.outputTokens) });
      }
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

function callOf(part: Extract<LlmPart, { type: "tool-call" }>) {
  return {
    type: "tool-call" as const,
    toolCallId: part.callId,
    toolName: part.tool,
    input: JSON.stringify(part.arguments),
  };
}

function ended(reason: LanguageModelV4FinishReason["unified"], input: number, output: number) {
  return {
    finishReason: { unified: reason, raw: undefined },
    usage: {
      inputTokens: { total: input, noCache: input, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: output, text: output, reasoning: undefined },
    },
  };
}

function requestOf({ prompt, tools = [], responseFormat, maxOutputTokens }: LanguageModelV4CallOptions): LlmRequest {
  const reply = responseFormat?.type === "json" ? (readObject(responseFormat.schema) ?? {}) : undefined;
  return {
    model: embeddedModel.id,
    instructions: prompt.flatMap((message) => (message.role === "system" ? [message.content] : [])).join("\n"),
    messages: prompt.flatMap(messagesOf),
    tools: tools.flatMap((tool) =>
      tool.type === "function" ? [specOf(tool.name, tool.description ?? "", tool.inputSchema)] : [],
    ),
    ...(reply === undefined ? {} : { replySchema: reply }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  };
}

function messagesOf(message: LanguageModelV4Prompt[number]): LlmMessage[] {
  switch (message.role) {
    case "system":
      return [];
    case "user":
      return [{ role: "user", text: textOf(message.content) }];
    case "assistant": {
      const toolCalls = message.content.flatMap((part) =>
        part.type === "tool-call"
          ? [{ callId: part.toolCallId, tool: part.toolName, arguments: readObject(part.input) ?? {} }]
          : [],
      );
      return [{ role: "assistant", text: textOf(message.content), toolCalls }];
    }
    case "tool":
      return message.content.flatMap((part) =>
        part.type === "tool-result"
          ? [{ role: "tool" as const, callId: part.toolCallId, tool: part.toolName, result: outputOf(part.output) }]
          : [],
      );
  }
}

const toolOutput = z.union([
  z
    .object({ type: z.literal("execution-denied"), reason: z.string().optional() })
    .transform(({ reason = "" }) => ({ denied: reason || true })),
  z
    .object({ type: z.enum(["error-text", "error-json"]), value: jsonValue })
    .transform(({ value }) => ({ error: value })),
  z.object({ value: jsonValue }).transform(({ value }) => value),
]);

function outputOf(output: unknown) {
  return toolOutput.parse(output);
}

function textOf(content: readonly { readonly type: string; readonly text?: unknown }[]): string {
  return content.map((part) => (part.type === "text" && typeof part.text === "string" ? part.text : "")).join("");
}

function specOf(name: string, description: string, inputSchema: unknown): ToolSpec {
  return {
    name,
    title: capitalise(spell(name)),
    description,
    effect: "write",
    inputSchema: readObject(inputSchema) ?? {},
    roles: {},
    resultOrigins: {},
    sentence: name,
  };
}

function readObject(value: unknown) {
  const parsed = jsonObject.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
