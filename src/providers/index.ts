export { embeddedModel, streamEmbedded } from "./embedded/index.ts";
export { ModelError } from "./model-error.ts";
export type { ModelErrorCode } from "./model-error.ts";
export { chunk, createIndex } from "./retrieval/index.ts";
export type { Chunk, KnowledgeDocument, KnowledgeIndex, Passage } from "./retrieval/index.ts";
export { createScriptedModels, scriptedModel } from "./scripted.ts";
export type { Script, ScriptedModels, ScriptedTurn } from "./scripted.ts";
