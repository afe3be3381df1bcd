export { createNodeCodeRunner, type NodeRunnerOptions, type SandboxRunner } from "./sandbox/index.ts";
