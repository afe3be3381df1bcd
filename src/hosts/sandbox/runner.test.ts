import { afterAll, describe, expect, test } from "vitest";
import { createNodeCodeRunner } from "#hosts/node";
import { codeRequest, testRunnerContract } from "./contract.ts";

describe("two walls in Node", () => {
  const runner = createNodeCodeRunner();
  afterAll(() => runner.close());
  testRunnerContract(runner);

  test("a worker that dies is an outcome", async () => {
    const entry = new URL(`data:text/javascript,${encodeURIComponent(dyingWorker)}`);
    const dying = createNodeCodeRunner({ editEntry: () => entry });
    const result = await dying.run(codeRequest("return 1"), new AbortController().signal);
    expect(result).toMatchObject({ outcome: "crashed" });
    await dying.close();
  });

  test("a worker that lies is not believed", async () => {
    const entry = new URL(`data:text/javascript,${encodeURIComponent(lyingWorker)}`);
    const lying = createNodeCodeRunner({ editEntry: () => entry });
    const result = await lying.run(codeRequest("return 1"), new AbortController().signal);
    expect(result).toMatchObject({ outcome: "crashed" });
    await lying.close();
  });
});

const dyingWorker = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", () => process.exit(1));
parentPort.postMessage({ kind: "ready" });`;

const lyingWorker = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", () => parentPort.postMessage({ kind: "end", ending: { how: "value", text: "1", extra: 1 }, cpuMs: 0, memoryBytes: 0 }));
parentPort.postMessage({ kind: "ready" });`;
