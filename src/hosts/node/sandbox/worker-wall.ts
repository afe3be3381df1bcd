import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { fromWall, type SandboxRuntime } from "#pillars/sandbox";
import type { Wall } from "#hosts/sandbox";

/**
 * The worker's own JavaScript heap holds the driver and messages only; guest memory is in WebAssembly and capped there. The
 * stack is deeper than the guest's, so that the guest's limit is the one that is met.
 */
const resourceLimits = {
  maxOldGenerationSizeMb: 96,
  maxYoungGenerationSizeMb: 32,
  codeRangeSizeMb: 16,
  stackSizeMb: 4,
};

/** Inside the installation, where whoever can write can change the code itself; a shared temporary folder would not do. */
const compileCache = join(import.meta.dirname, "../../../../.cache/compile");

export interface WallEngine {
  readonly runtime: SandboxRuntime;
  /** Compiled once; all workers share it. */
  readonly module: WebAssembly.Module;
  /** What the full Python needs beside it. */
  readonly parcel?: ArrayBuffer;
}

/**
 * Starts a worker with nothing of the process: no environment, no arguments, no input, its output not passed on. Resolves
 * when it has loaded the engine. A spare does not keep the process alive; a run does.
 */
export function buildWorkerWall(entry: URL, engine: WallEngine): Promise<Wall> {
  const worker = new Worker(bootScript(entry), {
    env: {},
    argv: [],
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits,
    workerData: engine,
    name: "gatehouse-sandbox",
  });
  let isBroken = false;
  const onBreak: (() => void)[] = [];
  const breakDown = () => {
    isBroken = true;
    for (const listener of onBreak.splice(0)) listener();
  };
  worker.on("error", breakDown);
  worker.on("exit", breakDown);
  worker.unref();
  const wall: Wall = {
    post(message) {
      worker.ref();
      worker.postMessage(message);
    },
    listen: (listener) => void worker.on("message", listener),
    onBreak: (listener) => void (isBroken ? listener() : onBreak.push(listener)),
    kill: () => void worker.terminate(),
  };
  return new Promise((resolve, reject) => {
    wall.onBreak(() => reject(new Error("The sandbox worker did not start.")));
    worker.once("message", (message) => {
      if (fromWall.safeParse(message).data?.kind === "ready") resolve(wall);
    });
  });
}

/** A worker strips types and compiles every module anew, which takes longer than all else; with the cache its start is halved. */
function bootScript(entry: URL): URL {
  const script = `import { enableCompileCache, flushCompileCache } from "node:module";
enableCompileCache(${JSON.stringify(compileCache)});
await import(${JSON.stringify(entry.href)});
flushCompileCache();`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
