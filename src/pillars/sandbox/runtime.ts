import type { CodeLanguage, CodeRequest } from "#engine";

/**
 * What runs code inside the walls. A wall is built for one runtime and loads no other, so that a run of JavaScript does not
 * pay for the rest.
 */
export const sandboxRuntimes = ["quickjs", "micropython", "pyodide", "sqlite"] as const;
export type SandboxRuntime = (typeof sandboxRuntimes)[number];

/** What names the runtime of a run. */
export type RuntimeChoice = Pick<CodeRequest, "language" | "library">;

const usual: Readonly<Record<CodeLanguage, SandboxRuntime>> = {
  javascript: "quickjs",
  typescript: "quickjs",
  python: "micropython",
  sql: "sqlite",
};

/** The build of CPython behind the full library; its files are pinned by digest where they are fetched. */
export const fullPython = { name: "pyodide", version: "314.0.7", python: "3.14.2" } as const;

/** What a run's record says of its engine, where its language alone does not say which one it is. */
export function engineOf(choice: RuntimeChoice): string | undefined {
  return runtimeOf(choice) === "pyodide" ? `${fullPython.name} ${fullPython.version}` : undefined;
}

export function runtimeOf({ language, library }: RuntimeChoice): SandboxRuntime {
  return language === "python" && library === "full" ? "pyodide" : usual[language];
}
