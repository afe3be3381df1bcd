import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { codeLimits } from "#engine";
import type { GuestEngine } from "../engine.ts";
import * as quickjsWasi from "../quickjs-wasi/index.ts";
import { loadQuickJsEngine } from "./engine.ts";
import { hardenQuickJs } from "./harden.ts";

const builds = [
  ["quickjs-emscripten", "#quickjs/wasm", { loadQuickJsEngine, hardenQuickJs }],
  ["quickjs-wasi", "quickjs-wasi/quickjs.wasm", quickjsWasi],
] as const;

/** How often the engine looked at the clock, and asked whether it must stop, which is all that `code` can bring about. */
async function looksOf(engine: GuestEngine, code: string): Promise<number> {
  let looks = 0;
  const mustStop = () => {
    looks++;
    return false;
  };
  const border = { call: () => undefined, log() {}, end() {}, mustStop };
  const guest = await engine.open({ seed: 0, limits: codeLimits.parse({}), border });
  looks = 0;
  guest.start(code, "null");
  guest.pump(10);
  return looks;
}

/** The interrupt handler is asked every 10,000 jumps of the interpreter, here two a turn; more looks than that come from loops of the module. */
const turns = 1_000_000;

describe.each(builds)("the build of %s", (_title, path, { loadQuickJsEngine: load, hardenQuickJs: harden }) => {
  let engine: GuestEngine;
  beforeAll(async () => {
    const bytes = await readFile(createRequire(import.meta.url).resolve(path));
    engine = await load(await WebAssembly.compile(harden(new Uint8Array(bytes))));
  });

  test("polls in its interpreter, which is therefore left alone", async () => {
    const looks = await looksOf(engine, `for (let at = 0; at < ${turns}; at++);`);
    expect(looks).toBeGreaterThan(150);
    expect(looks).toBeLessThan(250);
  });

  test("polls in its matcher, which is therefore left alone", async () => {
    const looks = await looksOf(engine, `/^(?:a|a)*b$/.test("a".repeat(18))`);
    expect(looks).toBeGreaterThan(10);
    const doubled = await looksOf(engine, `/^(?:a|a)*b$/.test("a".repeat(19))`);
    expect(doubled / looks).toBeCloseTo(2, 0);
  });

  test.each([
    ["a search", `"a".repeat(1e6).indexOf("a".repeat(200) + "b")`],
    ["a sort", "new Uint32Array(1e6).map((_, at) => at * 7919).sort()"],
    ["a text of many parts", "Array(1e6).join('abc')"],
    ["a large number", "3n ** 100000n"],
  ])("looks at the clock in %s", async (_title, code) => {
    const cheap = await looksOf(engine, "1");
    expect(await looksOf(engine, code)).toBeGreaterThan(cheap + 2);
  });

  test("has no more memory than it is given", async () => {
    const limits = codeLimits.parse({ memoryBytes: 32 * 2 ** 20 });
    const border = { call: () => undefined, log() {}, end() {}, mustStop: () => false };
    const guest = await engine.open({ seed: 0, limits, border });
    // Running out of it is an error in the guest, or of the engine, which loses the guest.
    await Promise.try(() => guest.start("const kept = []; for (;;) kept.push(new Uint8Array(1 << 20))", "null")).catch(
      () => {},
    );
    expect(guest.memoryBytes()).toBeGreaterThan(16 * 2 ** 20);
    expect(guest.memoryBytes()).toBeLessThanOrEqual(limits.memoryBytes);
  });
});
