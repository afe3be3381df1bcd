import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { SandboxRuntime } from "#pillars/sandbox";

/** The runtimes whose WebAssembly is ours to ship. The full Python library is downloaded by whoever wants it. */
export type ShippedRuntime = Exclude<SandboxRuntime, "pyodide">;

interface Binary {
  readonly locate: () => string;
  /** What is done to it before a wall compiles it. */
  readonly edit: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
}

const require = createRequire(import.meta.url);

/** Where the WebAssembly of each runtime lies. */
const binaries: Readonly<Record<ShippedRuntime, Binary>> = {
  quickjs: {
    locate: () => require.resolve("#hosts/sandbox/guest/quickjs/wasm"),
    edit: async (bytes) => (await import("#hosts/sandbox/guest/quickjs")).hardenQuickJs(bytes),
  },
  micropython: {
    locate: () => require.resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm"),
    edit: async (bytes) => (await import("#hosts/sandbox/guest/micropython")).hardenMicroPython(bytes),
  },
  sqlite: {
    locate: () => require.resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm"),
    edit: async (bytes) => (await import("#hosts/sandbox/guest/sqlite")).meterSqlite(bytes),
  },
};

/** Whether `runtime` names one of them. */
export function isShipped(runtime: string): runtime is ShippedRuntime {
  return Object.hasOwn(binaries, runtime);
}

/** A runtime's WebAssembly from its package, rewritten as both hosts' walls take it: its loops look at the clock, its memory is held. */
export async function readEngine(runtime: ShippedRuntime): Promise<Uint8Array<ArrayBuffer>> {
  const { locate, edit } = binaries[runtime];
  return edit(await readFile(locate()));
}
