/** Restore points of a flow. Fetched when they are asked for. */
export { VersionsDialog } from "./versions-dialog.tsx";
