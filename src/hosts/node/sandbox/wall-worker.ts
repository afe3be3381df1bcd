import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { loadQuickJsEngine, rehearse, serveOneRun } from "#hosts/sandbox/guest";

// Entry of the worker that is wall 2 in Node.
z.config({ jitless: true });

const { engine: module } = z.object({ engine: z.instanceof(WebAssembly.Module) }).parse(workerData);
const port = parentPort;
if (port) {
  const engine = await loadQuickJsEngine(module);
  await rehearse(engine, () => performance.now());
  serveOneRun(engine, {
    post: (message) => port.postMessage(message),
    listen: (listener) => void port.on("message", listener),
  });
}
