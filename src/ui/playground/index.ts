export type { ChatEntry, GuardEvent } from "./chat-entry.ts";
export { ChatPanel } from "./chat-panel.tsx";
export { SpeakerSelect } from "./speaker-select.tsx";
