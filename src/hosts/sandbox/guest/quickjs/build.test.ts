import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { codeLimits } from "#engine";
import type { GuestEngine } from "../engine.ts";
import { loadQuickJsEngine } from "./engine.ts";
import { hardenQuickJs } from "./harden.ts";

let engine: GuestEngine;
beforeAll(async () => {
  const bytes = await readFile(createRequire(import.meta.url).resolve("#quickjs/wasm"));
  engine = await loadQuickJsEngine(await WebAssembly.compile(hardenQuickJs(new Uint8Array(bytes))));
});

/** How often the engine looked at the clock, and asked whether it must stop, which is all that `code` can bring about. */
async function looksOf(code: string): Promise<number> {
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

describe("the build of QuickJS", () => {
  test("polls in its interpreter, which is therefore left alone", async () => {
    const looks = await looksOf(`for (let at = 0; at < ${turns}; at++);`);
    expect(looks).toBeGreaterThan(150);
    expect(looks).toBeLessThan(250);
  });

  test("polls in its matcher, which is therefore left alone", async () => {
    const looks = await looksOf(`/^(?:a|a)*b$/.test("a".repeat(18))`);
    expect(looks).toBeGreaterThan(10);
    const doubled = await looksOf(`/^(?:a|a)*b$/.test("a".repeat(19))`);
    expect(doubled / looks).toBeCloseTo(2, 0);
  });

  test.each([
    ["a search", `"a".repeat(1e6).indexOf("a".repeat(200) + "b")`],
    ["a sort", "new Uint32Array(1e6).map((_, at) => at * 7919).sort()"],
    ["a text of many parts", "Array(1e6).join('abc')"],
    ["a large number", "3n ** 100000n"],
  ])("looks at the clock in %s", async (_title, code) => {
    const cheap = await looksOf("1");
    expect(await looksOf(code)).toBeGreaterThan(cheap + 2);
  });
});
