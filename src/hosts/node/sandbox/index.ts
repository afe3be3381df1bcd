export { createNodeCodeRunner, type NodeRunnerOptions, type SandboxRunner } from "./code-runner.ts";
