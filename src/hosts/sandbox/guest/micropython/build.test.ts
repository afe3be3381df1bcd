import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { readSections, sectionId } from "#hosts/sandbox/wasm";
import { build, catchingImports, cutImports, fileImports, servedImports, streamImports } from "./build.ts";
import { catchesModule } from "./catches.ts";
import { hardenMicroPython } from "./harden.ts";
import { openInterpreter } from "./interpreter.ts";
import type { World } from "../python/surroundings.ts";

const { resolve } = createRequire(import.meta.url);
const packageName = "@micropython/micropython-webassembly-pyscript";
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  bytes = new Uint8Array(await readFile(resolve(`${packageName}/micropython.wasm`)));
});

describe("the build of MicroPython", () => {
  test("is the one that was looked at, under its licence", async () => {
    const about: unknown = JSON.parse(await readFile(resolve(`${packageName}/package.json`), "utf8"));
    expect(about).toMatchObject({ version: "1.27.0", license: "MIT" });
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(
      "06338c955b03c5700aa0069015d3e392d76836ef8e2ce25bedbe59b88ccd373c",
    );
  });

  test("imports what is on the lists, and nothing else", () => {
    const lists = [catchingImports, cutImports, fileImports, servedImports, streamImports].flat();
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
    expect(imports.map(({ name }) => name).sort()).toEqual([...lists].sort());
    expect(imports.every(({ kind }) => kind === "function")).toBe(true);
  });

  test("has a memory, a table and a stack as they are written down", () => {
    const content = (id: number) => [...(readSections(bytes).find((section) => section.id === id)?.content ?? [])];
    expect(content(sectionId.memories)).toEqual([1, 1, ...leb(build.memoryPages), ...leb(32_768)]);
    expect(content(sectionId.tables)).toEqual([1, 0x70, 1, ...leb(build.tableSize), ...leb(build.tableSize)]);
    expect(content(sectionId.globals).slice(1, 8)).toEqual([0x7f, 1, 0x41, ...leb(build.stackTop), 0x0b]);
  });
});

/** Python as it is without the prelude, which hides these ways, so that only the cut imports stand before JavaScript. */
describe("no way leads to JavaScript", () => {
  class Refused extends Error {}

  function attempt(code: string): "refused" | "raised" | "ran" {
    const module = new WebAssembly.Module(hardenMicroPython(bytes));
    const memory = new WebAssembly.Memory({ initial: build.memoryPages, maximum: 512 });
    const fail = () => {
      throw new Refused("refused");
    };
    const world: World = {
      now: () => 0,
      random: () => 0,
      write() {},
      look() {},
      refuse: fail,
      abort: fail,
      grow: () => false,
    };
    const modules = { module, catches: catchesModule() };
    const interpreter = openInterpreter(modules, memory, world, 32 * 2 ** 20);
    try {
      interpreter.run(code);
      return "ran";
    } catch (fault) {
      return fault instanceof Refused ? "refused" : "raised";
    }
  }

  test.each([
    "import js",
    "from js import process",
    "import js as j\nj.eval('1')",
    "import asyncio",
    "import jsffi\njsffi.to_js([1])",
    "import jsffi\njsffi.to_js({})",
    "import jsffi\njsffi.to_js(lambda: 1)",
    "import jsffi\njsffi.create_proxy(lambda: 1)",
    "import jsffi\njsffi.create_proxy([])",
    "import jsffi\njsffi.mem_info()",
    "import sys\nsys.modules.get('js') or __import__('js')",
  ])("%j ends the guest", (code) => {
    expect(attempt(code)).toBe("refused");
  });

  test.each([
    ["import jsffi\njsffi.JsProxy()", "raised"],
    ["import jsffi\njsffi.JsException('x')", "ran"],
    ["import jsffi\nraise jsffi.JsException('x', 'y')", "raised"],
    ["open('/etc/passwd')", "raised"],
    ["import os\nos.listdir('/')", "raised"],
    ["import os\nos.mkdir('/a')", "raised"],
    ["import sys\nsys.stdin.read(1)", "raised"],
    ["1 + 1", "ran"],
  ] as const)("%j is no way: it %s", (code, outcome) => {
    expect(attempt(code)).toBe(outcome);
  });
});

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
