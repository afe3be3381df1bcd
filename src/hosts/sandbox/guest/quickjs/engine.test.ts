import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { codeLimits } from "#engine";
import { readBorder } from "#pillars/sandbox";
import type { GuestEnding, GuestEngine } from "../engine.ts";
import { loadQuickJsEngine } from "./engine.ts";
import { hardenQuickJs } from "./harden.ts";

const limits = codeLimits.parse({});
let module: WebAssembly.Module;
let engine: GuestEngine;

beforeAll(async () => {
  const bytes = await readFile(createRequire(import.meta.url).resolve("#quickjs/wasm"));
  module = await WebAssembly.compile(hardenQuickJs(new Uint8Array(bytes)));
});
beforeEach(async () => {
  engine = await loadQuickJsEngine(module);
});

async function endingOf(source: string): Promise<GuestEnding | undefined> {
  let ending: GuestEnding | undefined;
  const end = (how: GuestEnding) => (ending = how);
  const border = { call: () => undefined, log() {}, end, mustStop: () => false };
  const guest = await engine.open({ seed: 0, limits, border });
  guest.start(source, "null");
  while (ending === undefined && guest.pump(10));
  return ending;
}

test("the memory of the next run is touched piece by piece, and the run finds it as it would have", async () => {
  await engine.anticipate?.(limits.memoryBytes);
  let turns = 0;
  await engine.populate?.(async () => void turns++);
  expect(turns).toBe(32);
  expect(await endingOf("return [1 + 1, Math.random()]")).toEqual(await fresh());
});

test("a run that begins ends the touching, and with nothing anticipated there is none", async () => {
  let turns = 0;
  await engine.populate?.(async () => void turns++);
  expect(turns).toBe(0);
  await engine.anticipate?.(limits.memoryBytes);
  await engine.populate?.(async () => {
    if (++turns === 3) expect(await endingOf("return 1")).toEqual({ how: "value", text: "1" });
  });
  expect(turns).toBe(3);
});

test("a long value leaves as bytes and a short one as text, and both say the same", async () => {
  const source = (units: number) => `return "서🚪".repeat(${units})`;
  const [short, long] = [await endingOf(source(10)), await endingOf(source(10_000))];
  expect(short).toEqual({ how: "value", text: `"${"서🚪".repeat(10)}"` });
  if (long?.how !== "value") throw new Error(`It ended with ${long?.how}.`);
  expect(long.text).toBeInstanceOf(ArrayBuffer);
  expect(readBorder(long.text, limits.valueBytes)).toEqual({ ok: true, value: "서🚪".repeat(10_000) });
});

async function fresh(): Promise<GuestEnding | undefined> {
  engine = await loadQuickJsEngine(module);
  return endingOf("return [1 + 1, Math.random()]");
}
