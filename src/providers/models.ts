import type { LlmPart, LlmRequest, ModelInfo, Models } from "#engine";
import { forbidModelsByName, streamModel } from "./ai-sdk.ts";
import { classify } from "./classify.ts";
import type { Connection } from "./connection.ts";
import { embeddedModel, streamEmbedded } from "./embedded/index.ts";
import { providerFamilies } from "./families.ts";
import { ModelError } from "./model-error.ts";

export interface ModelsParts {
  readonly connections: readonly Connection[];
  /** The one function through which requests leave; see createEgress. */
  readonly egress: typeof globalThis.fetch;
  /** Answers for the model `scripted`, in tests and benchmarks. */
  readonly scripted?: Models;
  /** Runs before each word of the embedded assistant, so that it can read like typing. */
  readonly pause?: () => Promise<void>;
}

/** All models a person can choose: the embedded assistant, and `<connection id>/<model id>` for each connection. */
export function createModels(parts: ModelsParts): Models {
  forbidModelsByName();
  return {
    info(model) {
      if (model === embeddedModel.id) return embeddedModel;
      const found = findModel(parts.connections, model);
      return found ? infoOf(found) : parts.scripted?.info(model);
    },
    stream(request, signal) {
      if (request.model === embeddedModel.id) return streamEmbedded(request, signal, parts.pause);
      const found = findModel(parts.connections, request.model);
      if (found) return streamConnection(found, request, signal, parts.egress);
      return parts.scripted?.info(request.model) ? parts.scripted.stream(request, signal) : failing("unknown-model");
    },
  };
}

/** Every model of the connections, with the embedded assistant first. */
export function listModels(connections: readonly Connection[]): ModelInfo[] {
  return [
    embeddedModel,
    ...connections.flatMap((connection) => connection.models.map((model) => infoOf({ connection, model }))),
  ];
}

interface FoundModel {
  readonly connection: Connection;
  readonly model: string;
}

/** A model's own id may hold slashes, a connection's id none. */
function findModel(connections: readonly Connection[], id: string): FoundModel | undefined {
  const slash = id.indexOf("/");
  const model = id.slice(slash + 1);
  const connection = connections.find(
    (candidate) => candidate.id === id.slice(0, slash) && candidate.models.includes(model),
  );
  return slash > 0 && connection ? { connection, model } : undefined;
}

function infoOf({ connection, model }: FoundModel): ModelInfo {
  return {
    id: `${connection.id}/${model}`,
    provider: connection.id,
    title: `${model} (${connection.title})`,
    isAiModel: true,
  };
}

async function* streamConnection(
  { connection, model }: FoundModel,
  request: LlmRequest,
  signal: AbortSignal,
  egress: typeof globalThis.fetch,
): AsyncGenerator<LlmPart> {
  if (signal.aborted) throw new ModelError("aborted");
  const family = providerFamilies.find(({ kind }) => kind === connection.kind);
  if (!family) throw new ModelError("unknown-model");
  const opened = await family
    .open({ name: connection.id, baseURL: connection.baseURL, model, keyRef: connection.keyRef, fetch: egress })
    .catch((error: unknown) => {
      throw classify(error, signal);
    });
  yield* streamModel(opened, request, signal);
}

async function* failing(code: "unknown-model"): AsyncGenerator<LlmPart> {
  yield* [];
  throw new ModelError(code);
}
