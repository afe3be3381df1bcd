/** The worker's side: the runtime and the tokenizers, fetched only when a model is asked. */
export { serveClassifier } from "./serve.ts";
export type { GuestLine } from "./serve.ts";
