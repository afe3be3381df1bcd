import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { loadQuickJsEngine, rehearse, serveOneRun, type WallPort } from "#hosts/sandbox/guest";

// Entry of the worker that is wall 2 in Node.
z.config({ jitless: true });

const { engine: module } = z.object({ engine: z.instanceof(WebAssembly.Module) }).parse(workerData);
const port = parentPort;
if (port) {
  const engine = await loadQuickJsEngine(module);
  await rehearse(engine, processorMs);
  const line: WallPort = {
    post: (message) => port.postMessage(message),
    listen: (listener) => void port.on("message", listener),
  };
  serveOneRun(engine, line, processorMs);
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
