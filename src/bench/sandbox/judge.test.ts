import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CodeRunner } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import type { Attack } from "./attack.ts";
import { judgeAttack } from "./judge.ts";
import { plantScript } from "./plant.ts";
import { wallless } from "./wallless.fixture.ts";

const canary = "canary-for-the-test";
const attackWith = (code: string, expected: Attack["expect"] = "contained"): Attack => ({
  id: "one",
  class: "test",
  code,
  expect: expected,
});
const judge = (runner: CodeRunner, code: string, expected?: Attack["expect"]) =>
  judgeAttack(attackWith(code, expected), runner, canary, () => 0);

describe("the judge catches a sandbox without walls", () => {
  beforeAll(() => {
    Reflect.set(globalThis, "HOST_CANARY", canary);
  });
  afterAll(() => {
    for (const name of ["HOST_CANARY", "leak", "stash"]) Reflect.deleteProperty(globalThis, name);
    Reflect.deleteProperty(Object.prototype, "polluted");
  });

  test.each([
    ["the secret in the value", "return leak(Function)"],
    ["the secret in a tool's argument", "return await host.call('echo', leak((() => 0).constructor)) && 1"],
    ["the secret in an error", "throw new Error(leak(Function))"],
    ["a tool that was not granted", "return await host.call('admin.wipe', {}) && 1"],
    ["something that carries over", "globalThis.stash = 'ESCAPED'\n//---next-run---\nreturn globalThis.stash"],
    ["a value over its cap", "return 'x'.repeat(2 << 20)"],
    ["a changed prototype", "Object.prototype.polluted = 1; return 1"],
  ])("%s", async (_title, code) => {
    expect((await judge(wallless, code)).verdict).toBe("escaped");
  });
});

describe("the judge reads the real sandbox", () => {
  const runner = createNodeCodeRunner();
  afterAll(() => runner.close());

  test.each([
    ["return leak(Function)", 'value:"none"', "contained", true],
    ["return 2", "value:3", "contained", false],
    ["throw 1", "throws", "contained", true],
    ["return 1", "throws", "contained", false],
    ["return await host.call('never')", "timeout", "watchdog", true],
  ] as const)("%s, expecting %s", async (code, expected, verdict, match) => {
    expect(await judge(runner, code, expected)).toMatchObject({ verdict, match });
  });
});

test("a worker whose built-ins change is an escape", async () => {
  const editEntry = (usual: URL) => {
    const tamper = `(await import("node:worker_threads")).parentPort.once("message", () => { Array.prototype.at = () => 1 });`;
    const script = `${plantScript(canary)} ${tamper} await import(${JSON.stringify(usual.href)});`;
    return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  };
  const runner = createNodeCodeRunner({ editEntry });
  const row = await judge(runner, "return 1");
  await runner.close();
  expect(row).toMatchObject({ verdict: "escaped" });
});
