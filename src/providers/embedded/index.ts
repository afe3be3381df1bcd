export { createEmbeddedLanguageModel } from "./language-model.ts";
export { embeddedModel, streamEmbedded } from "./stream.ts";
