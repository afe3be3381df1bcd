import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

/** Every wall is a worker of its own, so what its modules bring along is paid for by each run. */
test("a wall loads its guest and the words of the border, and nothing of the engine that runs flows", async () => {
  const entry = new URL("./wall-worker.ts", import.meta.url).href;
  const script = `import { registerHooks } from "node:module";
    import { parentPort } from "node:worker_threads";
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    // Without an order it loads its modules and refuses.
    await import(${JSON.stringify(entry)}).catch(() => undefined);
    parentPort.postMessage(loaded);`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  const [loaded]: string[][] = await once(worker, "message");
  await worker.terminate();
  const folders = new Set(loaded?.map((url) => /\/(src\/\w+|node_modules\/(?:@[\w-]+\/)?[\w-]+)\//u.exec(url)?.[1]));
  expect(folders).toEqual(new Set(["src/hosts", "src/pillars", "node_modules/zod"]));
});
