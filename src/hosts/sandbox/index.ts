export { LibraryMissing } from "./library-missing.ts";
export { createSandboxRunner, type SandboxRunner } from "./sandbox-runner.ts";
export type { Wall } from "./wall.ts";
