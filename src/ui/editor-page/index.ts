/** The editor at work: one flow from the database on the canvas, checked while it is drawn, saved by itself. */
export { EditorScreen } from "./editor-screen.tsx";
