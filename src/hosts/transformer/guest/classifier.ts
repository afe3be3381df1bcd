import { Tokenizer } from "@huggingface/tokenizers";
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { probabilityOf } from "./probability.ts";
import { windowsOf } from "./token-windows.ts";
import { Unusable } from "./unusable.ts";

/** A text classifier from the files that people exchange: an ONNX graph and its tokenizer. */
export interface Classifier {
  /** The highest probability of the class `attack` over windows of so many tokens. */
  score(text: string, attack: number, window: number): Promise<number>;
}

/**
 * Reads a model. The engine is WebAssembly alone and runs on one thread, so that it needs neither a GPU nor a page with
 * special headers and counts alike everywhere.
 * @param engine the runtime's WebAssembly; given as bytes, it fetches nothing itself.
 */
export async function loadClassifier(
  model: Uint8Array,
  tokenizer: Uint8Array,
  engine: Uint8Array,
): Promise<Classifier> {
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = engine;
  env.logLevel = "error";
  const encoder = readTokenizer(tokenizer);
  const session = await InferenceSession.create(model, { executionProviders: ["wasm"] }).catch(() => {
    throw new Unusable("The model is not an ONNX file of a kind that runs here.");
  });
  const unknown = session.inputNames.find((name) => inputs[name] === undefined);
  if (unknown !== undefined) throw new Unusable(`The model wants an input named ${unknown.slice(0, 40)}.`);
  const output = session.outputNames.find((name) => name === "logits") ?? session.outputNames[0] ?? "";
  return {
    async score(text, attack, window) {
      let highest = 0;
      for (const ids of windowsOf(encode(encoder, text, true), encode(encoder, text, false), window)) {
        const results = await session.run(feeds(session.inputNames, ids));
        highest = Math.max(highest, probabilityOf(results[output], attack));
      }
      return highest;
    },
  };
}

/** What each input of such a model holds for a token. */
const inputs: Readonly<Record<string, ((id: number) => bigint) | undefined>> = {
  input_ids: BigInt,
  attention_mask: () => 1n,
  token_type_ids: () => 0n,
};

function feeds(names: readonly string[], ids: readonly number[]): Record<string, Tensor> {
  return Object.fromEntries(
    names.map((name) => {
      const values = BigInt64Array.from(ids, inputs[name] ?? BigInt);
      return [name, new Tensor("int64", values, [1, ids.length])];
    }),
  );
}

function readTokenizer(bytes: Uint8Array): Tokenizer {
  try {
    const config: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof config !== "object" || config === null) throw new TypeError();
    return new Tokenizer(config, {});
  } catch {
    throw new Unusable("The tokenizer is not a tokenizer.json of a kind that is known here.");
  }
}

function encode(tokenizer: Tokenizer, text: string, withMarks: boolean): readonly number[] {
  // A word that the model has no token for, not even one for such words, comes out as no number at all.
  const ids: readonly (number | undefined)[] = tokenizer.encode(text, { add_special_tokens: withMarks }).ids;
  return ids.map((id) => {
    if (id === undefined) throw new Unusable("The tokenizer cannot read this text.");
    return id;
  });
}
