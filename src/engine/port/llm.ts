import type { JsonObject, JsonValue } from "../value/json.ts";
import type { ToolSpec } from "./tool.ts";

/** One message of a model's context. `tool` messages answer the tool call with the same `callId`. */
export type LlmMessage =
  | { readonly role: "user"; readonly text: string }
  | { readonly role: "assistant"; readonly text: string; readonly toolCalls: readonly LlmToolCall[] }
  | { readonly role: "tool"; readonly callId: string; readonly tool: string; readonly result: JsonValue };

export interface LlmToolCall {
  readonly callId: string;
  readonly tool: string;
  readonly arguments: JsonObject;
}

export interface LlmRequest {
  /** `embedded`, `scripted`, or `<connection id>/<model id>`. */
  readonly model: string;
  readonly instructions: string;
  readonly messages: readonly LlmMessage[];
  /** What the model may see: tools without a grant are left out. */
  readonly tools: readonly ToolSpec[];
  /** Asks for a JSON reply of this JSON Schema instead of text. */
  readonly replySchema?: JsonObject;
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
  /** Facts for grounding, with the source each came from; also present in the instructions as data. */
  readonly documents?: readonly LlmDocument[];
}

export interface LlmDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export type FinishReason = "stop" | "length" | "tool-calls" | "content-filter" | "error" | "other";

/** What a model emits, in order; `finish` comes last and exactly once. Failures are thrown as ModelError. */
export type LlmPart =
  | { readonly type: "text"; readonly text: string }
  | ({ readonly type: "tool-call" } & LlmToolCall)
  | { readonly type: "source"; readonly documentId: string; readonly title: string }
  | { readonly type: "finish"; readonly reason: FinishReason; readonly usage: LlmUsage };

export interface LlmUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ModelInfo {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  /** False for the embedded assistant, which must say wherever it speaks that it is no AI model. */
  readonly isAiModel: boolean;
}

/** Raw access to models. Only the monitor holds one; nodes get it behind the gate. */
export interface Models {
  info(model: string): ModelInfo | undefined;
  stream(request: LlmRequest, signal: AbortSignal): AsyncIterable<LlmPart>;
}
