export { digestOfFile } from "./file-digest.ts";
export { createTransformer } from "./transformer.ts";
export type { HostLine, TransformerParts } from "./transformer.ts";
export type { Question } from "./protocol.ts";
