/** The panel of a Code step in the inspector, with its editor. Fetched when one is chosen. */
export { CodePanel } from "./code-panel.tsx";
export type { CodePanelProps } from "./code-panel.tsx";
export { CodeDialog } from "./editor/code-dialog.tsx";
export { panelWords } from "./words/index.ts";
export type { PythonLibraryStore } from "./library/python-library.ts";
export { LimitSliders } from "./limit-sliders.tsx";
export { agentStops, stops } from "./steps.ts";
export { Touches } from "./touches.tsx";
export type { Attached, ToolReach } from "./attached.ts";
export type { RecordedCall, RecordedRun } from "./trial/recorded-run.ts";
