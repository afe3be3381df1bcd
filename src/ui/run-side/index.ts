/** What runs show: the dock under the canvas, the inbox, the traces. Fetched after the canvas can be used. */
export { ApprovalsScreen } from "./approvals-screen.tsx";
export { RunDock, type DockRun, type RunDockProps } from "./run-dock.tsx";
export { TraceScreen } from "./trace-screen.tsx";
export { TracesScreen } from "./traces-screen.tsx";
