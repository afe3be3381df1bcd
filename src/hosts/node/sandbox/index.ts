export { createNodeCodeRunner, type NodeRunnerOptions } from "./code-runner.ts";
export type { SandboxRunner } from "#hosts/sandbox";
