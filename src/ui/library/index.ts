export type { FlowSketch } from "./flow-sketch.ts";
export type { FlowAction, FlowRow } from "./flow-table.tsx";
export { LibraryActions } from "./library-actions.tsx";
export { LibraryPage } from "./library-page.tsx";
export type { FlowSort } from "./library-page.tsx";
export type { Template } from "./template-card.tsx";
