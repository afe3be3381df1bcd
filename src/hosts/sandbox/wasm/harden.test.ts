import { describe, expect, test } from "vitest";
import { i32Bytes, nameBytes, u32Bytes } from "./bytes.ts";
import { hardenModule, heldBy, meterModule } from "./harden.ts";
import { listBytes, sectionId, writeModule, writeSection } from "./sections.ts";

const [i32, block, end, i32Const] = [0x7f, 0x40, 0x0b, 0x41];
const [loop, branch, branchIf] = [
  [0x03, block],
  [0x0c, 0],
  [0x0d, 0],
];

/** A module as Emscripten shapes it: one imported clock, a table, a memory of one page, a stack pointer, and `run(n)`. */
function moduleOf(
  code: readonly number[],
  change: { readonly clockResults?: number; readonly globals?: number[]; readonly importedGlobals?: number } = {},
) {
  const { clockResults = 1, globals = [i32, 1, i32Const, 8, end], importedGlobals = 0 } = change;
  const global = [...nameBytes("env"), ...nameBytes("given"), 3, i32, 0];
  const types = [
    [0x60, 0, ...listBytes(Array(clockResults).fill([i32]))],
    [0x60, 1, i32, 1, i32],
  ];
  const body = [0, ...code, end];
  return writeModule([
    writeSection(sectionId.types, [listBytes(types)]),
    writeSection(sectionId.imports, [
      listBytes([[...nameBytes("env"), ...nameBytes("clock"), 0, 0], ...Array(importedGlobals).fill(global)]),
    ]),
    writeSection(sectionId.functions, [listBytes([[1]])]),
    writeSection(sectionId.tables, [[1, 0x70, 1, 1, 1]]),
    writeSection(sectionId.memories, [[1, 1, 1, 4]]),
    writeSection(sectionId.globals, [listBytes([globals])]),
    writeSection(sectionId.exports, [listBytes([[...nameBytes("run"), 0, 1]])]),
    writeSection(sectionId.code, [listBytes([[...u32Bytes(body.length), ...body]])]),
  ]);
}

function open(code: readonly number[], clock: () => number, maximum = 2) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(hardenModule(moduleOf(code), "clock")), {
    env: {
      clock,
      [heldBy.memory]: memory,
      [heldBy.table]: new WebAssembly.Table({ element: "anyfunc", initial: 1, maximum: 1 }),
      [heldBy.stackPointer]: new WebAssembly.Global({ value: "i32", mutable: true }, 8),
    },
  });
  const { run } = instance.exports;
  return { memory, run: (n: number): unknown => (typeof run === "function" ? run(n) : undefined) };
}

/** Counts `n` down to 0, and answers it. */
const countDown = [...loop, 0x20, 0, i32Const, 1, 0x6b, 0x22, 0, ...branchIf, end, 0x20, 0];
const forever = [...loop, ...branch, end, 0x20, 0];
/** Fills that many bytes `n` times. */
const fill = (length: number) => [
  ...[...loop, i32Const, 0, i32Const, 7, i32Const, ...i32Bytes(length), 0xfc, 11, 0],
  ...[0x20, 0, i32Const, 1, 0x6b, 0x22, 0, ...branchIf, end, 0x20, 0],
];

describe("a hardened module", () => {
  test("computes what it computed", () => {
    expect(open(countDown, () => 0).run(1_000_000)).toBe(0);
  });

  test("looks at the clock in proportion to the turns of its loops", () => {
    let looks = 0;
    const { run } = open(countDown, () => looks++);
    run(19_000);
    expect(looks).toBe(0);
    run(981_000);
    expect(looks).toBe(49);
  });

  test("is ended by what its clock throws, amid an endless loop", () => {
    let looks = 0;
    const stop = new Error("stop");
    const { run } = open(forever, () => {
      if (++looks > 3) throw stop;
      return 0;
    });
    expect(() => run(0)).toThrow(stop);
  });

  test.each([
    [1, 0],
    [65_536, 6],
  ])("pays for %i bytes that it moves at once", (length, expected) => {
    let looks = 0;
    const { run } = open(fill(length), () => looks++);
    run(1_000);
    expect(looks).toBe(expected);
  });

  test("has no more memory than its embedder allows", () => {
    const { memory } = open(countDown, () => 0, 2);
    expect(memory.grow(1)).toBe(1);
    expect(() => memory.grow(1)).toThrow(RangeError);
  });
});

describe("a metered module", () => {
  /** Calls the clock itself with every turn. */
  const callInLoop = [...loop, 0x20, 0, 0x10, 0, 0x1a, 0x1a, ...countDown.slice(2)];

  function looksOf(code: readonly number[], polling: readonly number[] = [], turns = 100_000): number {
    let looks = 0;
    const clock = () => looks++;
    const metered = meterModule(moduleOf(code), { clock: "clock", polling });
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    const { run } = new WebAssembly.Instance(new WebAssembly.Module(metered), { env: { clock, memory } }).exports;
    if (typeof run === "function") run(turns);
    return looks;
  }

  const nested = [...loop, ...loop, 0x20, 0, i32Const, 1, 0x6b, 0x22, 0, i32Const, 15, 0x71, ...branchIf, end];
  const twice = [...nested, 0x20, 0, ...branchIf, end, 0x20, 0];

  test("counts the turns of a short loop and looks when an outer one turns", () => {
    expect(looksOf(countDown)).toBe(0);
    expect(looksOf(twice)).toBe(4);
  });

  test("keeps its count behind the globals that it imports, and knows blocks that catch", () => {
    // A try around each turn, which throws nothing.
    const [attempt, catchAll] = [0x06, 0x19];
    const tried = [...loop, attempt, block, ...twice.slice(0, -2), catchAll, end, 0x20, 0, ...branchIf, end, 0x20, 0];
    let looks = 0;
    const clock = () => looks++;
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    const metered = meterModule(moduleOf(tried, { importedGlobals: 3 }), { clock: "clock", polling: [] });
    const env = { clock, memory, given: 7 };
    const { run } = new WebAssembly.Instance(new WebAssembly.Module(metered), { env }).exports;
    expect(typeof run === "function" && run(100_000)).toBe(0);
    expect(looks).toBeGreaterThan(0);
  });

  test("leaves the functions alone that poll", () => {
    expect(looksOf(twice, [0])).toBe(0);
    expect(looksOf(callInLoop, [0], 1_000)).toBe(1_000);
  });

  test("may grow its memory up to what its embedder allows", () => {
    const grow = [0x20, 0, 0x40, 0];
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    const metered = meterModule(moduleOf(grow), { clock: "clock", polling: [], memoryFrom: "held" });
    const imports = { env: { clock: () => 0 }, held: { memory } };
    const { run } = new WebAssembly.Instance(new WebAssembly.Module(metered), imports).exports;
    const growBy = (pages: number): unknown => (typeof run === "function" ? run(pages) : undefined);
    expect([growBy(1), growBy(1)]).toEqual([1, -1]);
  });
});

describe("a module is refused", () => {
  const [grow, simd] = [
    [0x20, 0, 0x40, 0],
    [0xfd, 12, ...Array(16).fill(0), 0x1a, 0x20, 0],
  ];
  test.each([
    ["grows its memory itself", moduleOf(grow), "grows its memory"],
    ["uses instructions that are not known", moduleOf(simd), "0xfd"],
    ["has a clock that answers nothing", moduleOf(countDown, { clockResults: 0 }), "no clock"],
    ["has no stack pointer first", moduleOf(countDown, { globals: [i32, 0, i32Const, 8, end] }), "no stack pointer"],
    ["imports globals that are not held", moduleOf(countDown, { importedGlobals: 1 }), "memory and globals itself"],
    ["ends early", moduleOf(countDown).subarray(0, -3), "ends early"],
    ["is none", new Uint8Array(8), "no WebAssembly module"],
  ])("when it %s", (_title, module, why) => {
    expect(() => hardenModule(module, "clock")).toThrow(why);
  });

  test("when it imports no such clock", () => {
    expect(() => hardenModule(moduleOf(countDown), "time")).toThrow('no clock "time"');
  });
});
