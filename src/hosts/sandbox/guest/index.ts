export { loadQuickJsEngine } from "./quickjs.ts";
export { rehearse } from "./rehearse.ts";
export { serveOneRun, type WallPort } from "./serve.ts";
export type { Guest, GuestBorder, GuestEnding, GuestEngine, GuestSetup } from "./engine.ts";
