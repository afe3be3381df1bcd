/** The settings of what is chosen. Fetched after the canvas has been drawn. */
export { InspectorPane } from "./inspector-pane.tsx";
