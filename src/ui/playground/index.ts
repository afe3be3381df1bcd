export type { ChatEntry, GuardEvent } from "./chat-entry.ts";
export type { SoughtMessage } from "./chat-log.tsx";
export { ChatPanel } from "./chat-panel.tsx";
export { focusComposer } from "./composer.tsx";
export { SpeakerSelect } from "./speaker-select.tsx";
