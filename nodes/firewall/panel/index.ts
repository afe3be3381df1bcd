/** The Firewall's panel in the inspector. Fetched when a firewall is chosen. */
export { FirewallPanel } from "./firewall-panel.tsx";
export type { FirewallPanelProps } from "./firewall-panel.tsx";
export type { ModelFiles } from "./model-files.ts";
export type { Outcome, RecordedChat, RecordedChats, RecordedText } from "./recorded.ts";
