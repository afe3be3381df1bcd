/** The panel of an HTTP request in the inspector. Fetched when one is chosen. */
export { HttpRequestPanel } from "./http-request-panel.tsx";
export type { HttpRequestPanelProps } from "./http-request-panel.tsx";
export type { ToolKeys } from "./tool-keys.ts";
