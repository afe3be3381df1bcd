/** The library at work: templates and the person's own flows, from the database. */
export { useImport } from "./import-entry.tsx";
export { LibraryScreen } from "./library-screen.tsx";
export { useFlowActions } from "./use-flow-actions.ts";
