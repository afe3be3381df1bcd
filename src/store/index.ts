/** What is kept: the browser's database behind repositories, and the stores of one tab. */
export { openDatabases, type Databases, type RunSummary, type VersionReason, type VersionRow } from "./database.ts";
export { lockName, openInSomeTab, runLock } from "./run-locks.ts";
export { openDrawings, type Drawings } from "./drawings.ts";
export { createDexieTraceStore } from "./trace-store.ts";
export { isFull } from "./storage-full.ts";
export { createFlowRepository, type FlowRepository, type RemovedFlow, type StoredFlow } from "./flow-repository.ts";
export { createShelfRepository, type FlowRuns, type ShelfRepository, type ShelvedRun } from "./shelf-repository.ts";
export { createTrustRepository, type TrustRecord, type TrustRepository } from "./trust-repository.ts";
export { namedValue, type NamedValue } from "./named-repository.ts";
export {
  createDocumentStore,
  type DocumentParts,
  type DocumentState,
  type DocumentStore,
  type SavedState,
} from "./document-store.ts";
export { createSessionStore, dockTabs, type DockTab, type SessionState, type SessionStore } from "./session-store.ts";
