export { withFileLock } from "./file-lock.ts";
export { createFileApprovers } from "./approver-book.ts";
export { createFileKeys, readWorkspaceVkey } from "./key-ring.ts";
export { makeFolder, readIfThere, writePrivately } from "./private-file.ts";
export { createFileShelf } from "./run-shelf.ts";
export { NodeTraceStore, type OnCut } from "./trace-store.ts";
