export { relay, type Line } from "./relay.ts";
export { rehearse } from "./rehearse.ts";
export { rehearseRelay } from "./rehearse-relay.ts";
export { serveOneRun, type WallPort } from "./serve.ts";
export { GuestStop } from "./engine.ts";
export type { Preparation, Guest, GuestBorder, GuestEnding, GuestEngine, GuestSetup } from "./engine.ts";
