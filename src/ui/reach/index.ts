/** Who can do what, alone or after approval: a table, and the way to each tool on the canvas. */
export { ReachPane } from "./reach-pane.tsx";
