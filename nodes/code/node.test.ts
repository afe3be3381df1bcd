import { codeLimits, type CodeResult, type GuardedCode, type RunError } from "#engine";
import { afterAll, expect, test } from "vitest";
import { createNodeCodeRunner } from "#hosts/node";
import { execute, fromUser, userLabel } from "../bench.fixture.ts";
import { code } from "./index.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

/** The real sandbox, without the monitor before it. */
function sandbox(result?: Partial<CodeResult>): GuardedCode {
  return {
    async run(_key, request) {
      const call = async () => null;
      const ran = await runner.run({ ...request, now: 0, seed: 1, tools: [], call }, new AbortController().signal);
      return { ...ran, ...result };
    },
  };
}

test("runs the code on what comes in", async () => {
  const config = { source: "return input.items.reduce((sum, each) => sum + each, 0);" };
  const result = await execute(code, { value: fromUser({ items: [1, 2, 3] }) }, { code: sandbox() }, config);
  expect(result).toEqual({ result: { data: 6, label: userLabel } });
});

test("a result that tools had a part in is anybody's word", async () => {
  const result = await execute(code, { value: fromUser(1) }, { code: sandbox({ calls: 1 }) });
  expect(result["result"]).toMatchObject({ label: { integrity: "untrusted" } });
});

test.each<[CodeResult["outcome"], RunError["code"]]>([
  ["timeout", "timeout"],
  ["memory", "limit-hit"],
  ["output-limit", "limit-hit"],
  ["denied", "not-permitted"],
  ["error", "node-failed"],
  ["crashed", "node-failed"],
])("an outcome of %s ends the step as %s", async (outcome, expected) => {
  const failing = execute(code, {}, { code: sandbox({ outcome }) });
  await expect(failing).rejects.toMatchObject({ name: "RunError", code: expected });
});

test("endless code is stopped after its time", async () => {
  const config = { source: "for (;;) {}", seconds: 0.2 };
  await expect(execute(code, {}, { code: sandbox() }, config)).rejects.toThrow("stopped after 0.2 s");
});

test("every limit that can be set is one the sandbox takes", () => {
  for (const [seconds, megabytes] of [
    [0.1, 24],
    [30, 256],
  ] as const) {
    expect(code.configSchema.safeParse({ seconds, megabytes }).success).toBe(true);
    expect(codeLimits.safeParse({ timeMs: seconds * 1000, memoryBytes: megabytes * 2 ** 20 }).success).toBe(true);
  }
});
