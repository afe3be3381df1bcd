import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createTransformer, type HostLine } from "#hosts/transformer";
import type { Transformer } from "#pillars/firewall";

/** The user's models are files in the folder `models` of the state folder, each named by its SHA-256. */
export function createNodeTransformer(state: string): Transformer {
  return createTransformer({ file: (sha256) => read(join(state, "models", sha256)), start: startWorker });
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

/** A worker with nothing of the process, as in the sandbox: it runs a graph that somebody else made. */
function startWorker(): HostLine {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    name: "gatehouse-transformer",
  });
  let answered: (answer: unknown) => void = () => undefined;
  let broke = (): void => undefined;
  worker.on("message", (message) => {
    worker.unref();
    answered(message);
  });
  worker.on("error", () => broke());
  worker.on("exit", () => broke());
  return {
    post: (question) => {
      worker.ref();
      worker.postMessage(question);
    },
    listen: (next, nextBroke) => {
      answered = next;
      broke = nextBroke;
    },
    end: () => void worker.terminate(),
  };
}
