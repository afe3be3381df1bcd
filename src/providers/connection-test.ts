import type { Connection } from "./connection.ts";
import { judgeAddress } from "./address.ts";
import { ModelError } from "./model-error.ts";
import type { ModelErrorCode } from "./model-error.ts";
import { createModels } from "./models.ts";

export type ConnectionVerdict =
  | { readonly ok: true; readonly message: string }
  | {
      readonly ok: false;
      readonly code: ModelErrorCode;
      /** What happened and what to do about it. */ readonly message: string;
    };

/** Asks one model of a connection for a word. Never throws; a stopped test has the code `aborted`. */
export async function testConnection(
  connection: Connection,
  model: string,
  egress: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<ConnectionVerdict> {
  const tested = { ...connection, models: [model] };
  try {
    let heard = "";
    // Models that think before they speak need room, or the test of a good connection ends without a word.
    const request = {
      model: `${connection.id}/${model}`,
      instructions: "",
      messages: [{ role: "user" as const, text: "Reply with the word ready." }],
      tools: [],
      maxOutputTokens: 512,
    };
    for await (const part of createModels({ connections: [tested], egress }).stream(request, signal)) {
      if (part.type === "text") heard += part.text;
      if (part.type === "finish" && heard === "" && part.reason !== "length") throw new ModelError("bad-answer");
    }
    return { ok: true, message: `${model} answers.` };
  } catch (error) {
    const code = error instanceof ModelError ? error.code : "bad-answer";
    return { ok: false, code, message: advice(code, connection) };
  }
}

function advice(code: ModelErrorCode, connection: Connection): string {
  const verdict = judgeAddress(connection.baseURL);
  if (code === "network" && verdict.kind === "local") {
    return "The server on this machine or network does not answer, or does not allow this page. Check that it runs and that cross-origin calls are on: Ollama takes the page's address in OLLAMA_ORIGINS, LM Studio has a switch “Enable CORS”.";
  }
  if (code === "network" && verdict.kind !== "odd") {
    return `${verdict.url.host} could not be reached. Check the address and the network. If both are right, the provider does not allow calls from a browser; use one that does, or a gateway of your own.`;
  }
  if (code === "model-not-found")
    return "The provider does not know this model at this address. Check the model's name, and that the address ends as the provider says (often /v1).";
  if (code === "bad-answer")
    return `The server answers, but not as ${connection.kind === "anthropic" ? "Anthropic" : "an OpenAI-compatible server"} would. Check the address and the kind of connection.`;
  return new ModelError(code).message;
}
