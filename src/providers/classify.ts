import { z } from "zod";
import { EgressError } from "./egress.ts";
import type { EgressErrorCode } from "./egress.ts";
import { ModelError } from "./model-error.ts";
import type { ModelErrorCode } from "./model-error.ts";

/** What the AI SDK throws, read by shape so that the SDK itself stays out of the first load. */
const sdkError = z.looseObject({
  name: z.string(),
  statusCode: z.number().optional().catch(undefined),
  responseBody: z.string().optional().catch(undefined),
});

const byEgress: Readonly<Record<EgressErrorCode, ModelErrorCode>> = {
  "not-allowed": "refused",
  "odd-address": "refused",
  local: "refused",
  unencrypted: "refused",
  redirect: "refused",
  "missing-key": "missing-key",
  "unusable-key": "auth",
  network: "network",
};

/** Turns anything thrown by a provider into a ModelError, whose text is ours alone: theirs may quote keys and prompts. */
export function classify(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  if (signal.aborted) return new ModelError("aborted");
  if (error instanceof EgressError) return new ModelError(byEgress[error.code]);
  const read = sdkError.safeParse(error);
  const name = read.success ? read.data.name : "";
  if (name === "AbortError") return new ModelError("aborted");
  if (name === "AI_LoadAPIKeyError") return new ModelError("missing-key");
  if (name === "AI_APICallError" && read.success)
    return new ModelError(byStatus(read.data.statusCode, read.data.responseBody ?? ""));
  if (name !== "" && name.startsWith("AI_")) return new ModelError("bad-answer");
  return new ModelError(byText(textOf(error)) ?? "bad-answer");
}

function byStatus(status: number | undefined, body: string): ModelErrorCode {
  const said = byText(body);
  switch (status) {
    case undefined:
      return "network";
    case 401:
    case 403:
      return "auth";
    case 402:
      return "credit";
    case 404:
      return "model-not-found";
    case 413:
      return "too-long";
    case 429:
      return said === "credit" ? "credit" : "rate-limit";
    case 400:
    case 422:
      return said ?? "bad-request";
    default:
      // An answer with a good status that ends as an error could not be read.
      return status >= 200 && status < 300 ? "bad-answer" : status >= 500 || status === 408 ? "server" : "bad-request";
  }
}

/** Providers tell many troubles with one status, or inside a stream without any: only their words tell them apart. */
const tellingWords: readonly (readonly [words: RegExp, code: ModelErrorCode])[] = [
  [/insufficient[_ ]quota|credit balance|billing|payment required|out of credits/i, "credit"],
  [/rate[_ ]limit|too many requests/i, "rate-limit"],
  [/overloaded|internal[_ ]server|server[_ ]error|api_error|unavailable/i, "server"],
  [/context[_ ](?:length|window)|too long|maximum context|too many tokens|prompt is too/i, "too-long"],
  [
    /model[^.]{0,60}(?:not[_ ](?:found|exist)|does not exist)|model_not_found|unknown model|no such model/i,
    "model-not-found",
  ],
  [/invalid[_ ](?:x-)?api[_ -]?key|incorrect api key|authentication|unauthorized/i, "auth"],
];

function byText(text: string): ModelErrorCode | undefined {
  return tellingWords.find(([words]) => words.test(text.slice(0, 4_000)))?.[1];
}

function textOf(error: unknown): string {
  if (typeof error === "string") return error;
  if (error instanceof Error) return error.message;
  const json: unknown = JSON.stringify(error);
  return typeof json === "string" ? json : "";
}
