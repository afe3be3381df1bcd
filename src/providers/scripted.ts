import type { FinishReason, JsonObject, LlmPart, LlmRequest, ModelInfo, Models } from "#engine";
import { ModelError } from "./model-error.ts";
import type { ModelErrorCode } from "./model-error.ts";

/** What the model answers to one request. A string is short for `{ text }`. */
export type ScriptedTurn =
  | string
  | {
      readonly text?: string;
      readonly calls?: readonly { readonly tool: string; readonly arguments: JsonObject }[];
      readonly sources?: readonly { readonly documentId: string; readonly title: string }[];
      /** Thrown after the text and calls above were sent. */
      readonly error?: ModelErrorCode;
      readonly reason?: FinishReason;
    };

/** The turns in order, or a function of the request and its number, counted from 0. */
export type Script = readonly ScriptedTurn[] | ((request: LlmRequest, turn: number) => ScriptedTurn);

export interface ScriptedModels extends Models {
  /** The requests so far, in order. */
  readonly requests: readonly LlmRequest[];
}

export const scriptedModel: ModelInfo = {
  id: "scripted",
  provider: "scripted",
  title: "Scripted model",
  isAiModel: false,
};

/**
 * A model that says what a script tells it to, for tests and benchmarks. Answers at once; `pause` runs before each part,
 * for tests of waiting and stopping. Call ids are `scripted-call-1`, `scripted-call-2`, ... over all requests.
 */
export function createScriptedModels(script: Script, pause?: (part: LlmPart) => Promise<void>): ScriptedModels {
  const requests: LlmRequest[] = [];
  let calls = 0;

  async function* stream(request: LlmRequest, signal: AbortSignal): AsyncGenerator<LlmPart> {
    if (signal.aborted) throw new ModelError("aborted");
    const turn = requests.push(request) - 1;
    const scripted = typeof script === "function" ? script(request, turn) : script[turn];
    if (scripted === undefined) throw new ModelError("script-ended");
    for (const part of partsOf(scripted, () => `scripted-call-${(calls += 1)}`, request)) {
      if (pause) await pause(part);
      if (signal.aborted) throw new ModelError("aborted");
      yield part;
    }
  }

  return { requests, info: (model) => (model === scriptedModel.id ? scriptedModel : undefined), stream };
}

function* partsOf(turn: ScriptedTurn, nextId: () => string, request: LlmRequest): Generator<LlmPart> {
  const { text = "", calls = [], sources = [], error, reason } = typeof turn === "string" ? { text: turn } : turn;
  for (const source of sources) yield { type: "source", ...source };
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) yield { type: "text", text: word };
  for (const call of calls) yield { type: "tool-call", callId: nextId(), ...call };
  if (error) throw new ModelError(error);
  const usage = {
    inputTokens: Math.ceil(JSON.stringify(request.messages).length / 4),
    outputTokens: Math.ceil(text.length / 4),
  };
  yield { type: "finish", reason: reason ?? (calls.length > 0 ? "tool-calls" : "stop"), usage };
}
