import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createSandboxRunner, type SandboxRunner } from "#hosts/sandbox";
import { buildWorkerWall } from "./worker-wall.ts";

export interface NodeRunnerOptions {
  /** Changes which module the worker runs; the attack benchmark wraps the usual one to plant a secret beside it. */
  readonly editEntry?: (usual: URL) => URL;
}

const usualEntry = new URL("./wall-worker.ts", import.meta.url);

/** The two walls in Node: QuickJS in WebAssembly, inside a worker thread that serves one run and is then terminated. */
export function createNodeCodeRunner({ editEntry = (usual) => usual }: NodeRunnerOptions = {}): SandboxRunner {
  let engine: Promise<WebAssembly.Module> | undefined;
  return createSandboxRunner(async () => {
    engine ??= loadEngine();
    return buildWorkerWall(editEntry(usualEntry), await engine);
  });
}

async function loadEngine(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  return WebAssembly.compile(await readFile(path));
}
