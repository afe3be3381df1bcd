export { chunk } from "./chunk.ts";
export type { Chunk, KnowledgeDocument } from "./chunk.ts";
export { createIndex } from "./search.ts";
export type { KnowledgeIndex, Passage } from "./search.ts";
export { sentences, terms, words } from "./words.ts";
export { createKnowledgeSearch } from "./knowledge.ts";
