import { afterAll, describe, expect, test } from "vitest";
import { codeLimits } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { usualMemoryBytes } from "#pillars/sandbox";
import { codeRequest, testLimits, testRunnerContract } from "./contract.ts";
import { testSqlContract } from "./sql-contract.ts";

describe("two walls in Node", () => {
  const runner = createNodeCodeRunner();
  afterAll(() => runner.close());
  testRunnerContract(runner);
  describe("SQL", () => testSqlContract(runner));

  test.each([
    ["dies", `process.exit(1)`, { outcome: "crashed" }],
    ["says what is no message", `parentPort.postMessage({ kind: "end", value: 1 })`, { outcome: "crashed" }],
    ["says that it waits, for nothing", `parentPort.postMessage({ kind: "idle" })`, { stoppedBy: "watchdog" }],
    [
      "returns more than it may",
      `parentPort.postMessage({ kind: "end", ending: { how: "value", text: JSON.stringify("x".repeat(2 ** 21)) }, cpuMs: 0, memoryBytes: 0 })`,
      { outcome: "output-limit" },
    ],
    [
      "logs more than it may",
      `for (let i = 0; i < 100; i++) parentPort.postMessage({ kind: "log", line: "x".repeat(1000) }); process.exit(1)`,
      {
        outcome: "crashed",
        logs: expect.toSatisfy((lines: string[]) => lines.join("\n").length <= testLimits.consoleBytes),
      },
    ],
  ])("a worker in hostile hands that %s is held by the parent", async (_title, work, expected) => {
    const script = `import { parentPort } from "node:worker_threads";
      parentPort.on("message", () => { ${work} }); parentPort.postMessage({ kind: "ready" });`;
    const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
    const hostile = createNodeCodeRunner({ editEntry: () => entry });
    const limits = { ...testLimits, timeMs: 50, waitMs: 60_000 };
    const result = await hostile.run(codeRequest("return 1", { limits }), new AbortController().signal);
    await hostile.close();
    expect(result).toMatchObject(expected);
  });

  test("a worker in hostile hands reaches no tool beyond the granted ones, nor more often", async () => {
    const script = `import { parentPort } from "node:worker_threads";
      const call = (id, tool) => parentPort.postMessage({ kind: "call", id, tool, argument: "1" });
      parentPort.once("message", () => { call(1, "wipe"); for (let id = 2; id < 600; id++) call(id, "echo"); });
      parentPort.on("message", () => undefined);
      parentPort.postMessage({ kind: "ready" });`;
    const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
    const hostile = createNodeCodeRunner({ editEntry: () => entry });
    const asked: string[] = [];
    const call = async (tool: string) => asked.push(tool);
    const limits = { ...testLimits, timeMs: 50 };
    const result = await hostile.run(codeRequest("return 1", { call, limits }), new AbortController().signal);
    await hostile.close();
    expect(result).toMatchObject({ outcome: "timeout", calls: asked.length });
    expect(new Set(asked)).toEqual(new Set(["echo"]));
    expect(asked.length).toBeLessThanOrEqual(limits.calls);
  });

  test("what is readied ahead of a run is what the usual run asks for", () => {
    expect(usualMemoryBytes).toBe(codeLimits.parse({}).memoryBytes);
  });

  test("a sandbox that cannot start is an outcome", async () => {
    const missing = createNodeCodeRunner({ editEntry: () => new URL("file:///nowhere/worker.ts") });
    const result = await missing.run(codeRequest("return 1"), new AbortController().signal);
    expect(result).toMatchObject({ outcome: "crashed", error: "The sandbox did not start, so the code did not run." });
    await missing.close();
  });
});
