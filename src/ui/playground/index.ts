export type { ChatEntry, GuardEvent } from "./chat-entry.ts";
export { ChatPanel } from "./chat-panel.tsx";
export type { ChatPanelProps } from "./chat-panel.tsx";
export { SpeakerSelect } from "./speaker-select.tsx";
export type { SpeakerSelectProps } from "./speaker-select.tsx";
