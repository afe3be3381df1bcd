import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { rehearse, serveOneRun, type GuestEngine, type WallPort } from "#hosts/sandbox/guest";
import { sandboxRuntimes, type SandboxRuntime } from "#pillars/sandbox";

// Entry of the worker that is wall 2 in Node.
z.config({ jitless: true });

type Load = (module: WebAssembly.Module, parcel: ArrayBuffer) => Promise<GuestEngine>;

/** Loaded on demand: a worker needs one of them. */
const loaders: Readonly<Record<SandboxRuntime, Load>> = {
  quickjs: async (module) => (await import("#hosts/sandbox/guest/quickjs")).loadQuickJsEngine(module),
  micropython: async (module) => (await import("#hosts/sandbox/guest/micropython")).loadMicroPythonEngine(module),
  pyodide: async (module, parcel) => {
    const { loadPyodideEngine, unpackParcel } = await import("#hosts/sandbox/guest/pyodide");
    return loadPyodideEngine({ ...unpackParcel(parcel), module });
  },
  sqlite: async (module) => (await import("#hosts/sandbox/guest/sqlite")).loadSqliteEngine(module),
};

const order = z.object({
  runtime: z.enum(sandboxRuntimes),
  module: z.instanceof(WebAssembly.Module),
  parcel: z.instanceof(ArrayBuffer).exactOptional(),
});
const { runtime, module, parcel = new ArrayBuffer() } = order.parse(workerData);
const port = parentPort;
if (port) {
  const engine = await loaders[runtime](module, parcel);
  await rehearse(engine, processorMs);
  const line: WallPort = {
    post: (message, moved) => port.postMessage(message, moved),
    listen: (listener) => void port.on("message", listener),
  };
  serveOneRun(engine, line, processorMs);
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
