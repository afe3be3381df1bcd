export { FindingsPanel } from "./findings-panel.tsx";
export type { FindingItem } from "./findings-panel.tsx";
