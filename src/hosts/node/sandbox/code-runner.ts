import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createSandboxRunner, type SandboxRunner } from "#hosts/sandbox";
import type { SandboxRuntime } from "#pillars/sandbox";
import { buildWorkerWall } from "./worker-wall.ts";

export interface NodeRunnerOptions {
  /** Changes which module the worker runs; the attack benchmark wraps the usual one to plant a secret beside it. */
  readonly editEntry?: (usual: URL) => URL;
}

const usualEntry = new URL("./wall-worker.ts", import.meta.url);

interface Binary {
  readonly package: string;
  /** What is done to it before it is compiled. */
  readonly edit?: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Where the WebAssembly of each runtime lies. */
const binaries: Readonly<Record<SandboxRuntime, Binary>> = {
  quickjs: {
    package: "#hosts/sandbox/guest/quickjs/wasm",
    edit: async (bytes) => (await import("#hosts/sandbox/guest/quickjs")).hardenQuickJs(bytes),
  },
  micropython: {
    package: "@micropython/micropython-webassembly-pyscript/micropython.wasm",
    edit: async (bytes) => (await import("#hosts/sandbox/guest/micropython")).hardenMicroPython(bytes),
  },
  sqlite: {
    package: "@sqlite.org/sqlite-wasm/sqlite3.wasm",
    edit: async (bytes) => (await import("#hosts/sandbox/guest/sqlite")).meterSqlite(bytes),
  },
};

/** The two walls in Node: a runtime in WebAssembly, inside a worker thread that serves one run and is then terminated. */
export function createNodeCodeRunner({ editEntry = (usual) => usual }: NodeRunnerOptions = {}): SandboxRunner {
  const modules = new Map<SandboxRuntime, Promise<WebAssembly.Module>>();
  return createSandboxRunner(async (runtime) => {
    const module = modules.get(runtime) ?? compile(runtime);
    modules.set(runtime, module);
    return buildWorkerWall(editEntry(usualEntry), { runtime, module: await module });
  });
}

async function compile(runtime: SandboxRuntime): Promise<WebAssembly.Module> {
  const { package: name, edit = async (bytes) => new Uint8Array(bytes) } = binaries[runtime];
  const path = createRequire(import.meta.url).resolve(name);
  return WebAssembly.compile(await edit(await readFile(path)));
}
