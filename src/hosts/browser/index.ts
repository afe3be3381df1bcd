export { createBrowserCodeRunner, type BrowserRunnerOptions, type SandboxRunner } from "./sandbox/index.ts";
