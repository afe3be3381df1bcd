export { createBrowserCodeRunner, type BrowserRunnerOptions, type SandboxRunner } from "./code-runner.ts";
