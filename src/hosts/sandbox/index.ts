export { createSandboxRunner, type SandboxRunner } from "./sandbox-runner.ts";
export type { Wall } from "./wall.ts";
