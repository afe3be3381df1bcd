export { createBrowserCodeRunner, type BrowserRunnerOptions } from "./code-runner.ts";
export type { SandboxRunner } from "#hosts/sandbox";
