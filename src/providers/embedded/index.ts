export { decide } from "./decide.ts";
export { obeyedForms } from "./obedience.ts";
export type { Reply } from "./reply.ts";
export { embeddedModel, streamEmbedded } from "./stream.ts";
