import type { CodeLanguage } from "#engine";

/**
 * What runs code inside the walls. A wall is built for one runtime and loads no other, so that a run of JavaScript does not
 * pay for the rest.
 */
export const sandboxRuntimes = ["quickjs", "micropython", "sqlite"] as const;
export type SandboxRuntime = (typeof sandboxRuntimes)[number];

export const runtimeOf: Readonly<Record<CodeLanguage, SandboxRuntime>> = {
  javascript: "quickjs",
  typescript: "quickjs",
  python: "micropython",
  sql: "sqlite",
};
