/** The browser as a platform: Dexie, WebCrypto, Web Locks, the two walls. */
export { createBrowserCodeRunner, type BrowserRunnerOptions, type SandboxRunner } from "./sandbox/index.ts";
export { createWorkerInspector } from "./firewall/index.ts";
export { createBrowserApprovers } from "./approver-book.ts";
export { createBrowserKeyRing } from "./key-ring.ts";
export { pythonLibrary, type PythonLibrary } from "./python-library/index.ts";
export { createBrowserTransformer, createModelFiles, type ModelFiles } from "./transformer/index.ts";
export { nativeWork } from "./native-work.ts";
export { createVault, type Vault } from "./vault.ts";
export { createBrowserPorts, type BrowserPortsOptions } from "./ports.ts";
export { createBrowserParts, holdLock, type BrowserParts } from "./parts.ts";
export { loadCedar } from "../cedar/browser.ts";
export { createRunReader, type ReadPage, type RunReader } from "./run-reader/index.ts";
export { openHouse, type House } from "./house.ts";
export type { WaitingRun } from "./waiting-runs.ts";
