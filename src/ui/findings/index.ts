export { FindingsPanel } from "./findings-panel.tsx";
export type { FindingItem, FindingsPanelProps } from "./findings-panel.tsx";
