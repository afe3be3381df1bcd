import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { abortImports, absentImports, absentStreams, build, emptyImports, servedImports } from "./build.ts";
import { openInterpreter } from "./interpreter.ts";
import { createMemory } from "./memory.ts";
import { meterPyodide } from "./meter.ts";
import { published, readPublished, type PublishedFiles } from "./published.ts";

let files: PublishedFiles;
let module: WebAssembly.Module;
beforeAll(async () => {
  const { resolve } = createRequire(import.meta.url);
  files = await readPublished(async ({ file }) => new Uint8Array(await readFile(resolve(`pyodide/${file}`))));
  module = await WebAssembly.compile(meterPyodide(files.engine));
});

describe("the build of CPython", () => {
  test("is the one that was looked at, under its licence", async () => {
    const path = createRequire(import.meta.url).resolve("pyodide/package.json");
    const about: unknown = JSON.parse(await readFile(path, "utf8"));
    expect(about).toMatchObject({ version: published.version, license: "MPL-2.0" });
    expect(published.address).toContain(`@${published.version}/`);
    for (const name of ["engine", "library"] as const) {
      expect(files[name].length).toBe(published[name].bytes);
      expect(createHash("sha256").update(files[name]).digest("hex")).toBe(published[name].sha256);
    }
  });

  test("imports what is on the lists; all else leads to JavaScript or to graphics", () => {
    const lists: readonly string[] = [
      ...servedImports,
      ...emptyImports,
      ...absentImports,
      ...absentStreams,
      ...abortImports,
    ];
    const imports = WebAssembly.Module.imports(module);
    const functions = imports.flatMap(({ name, kind }) => (kind === "function" ? [name] : []));
    expect(new Set(lists).size).toBe(lists.length);
    expect(lists.filter((name) => !functions.includes(name))).toEqual([]);
    const rest = functions.filter((name) => !lists.includes(name));
    expect(rest).toHaveLength(171);
    expect(rest.filter((name) => /^(__syscall|fd_)/.test(name))).toEqual([]);
    const globals = imports.filter(({ kind }) => kind === "global");
    expect(globals.every(({ name }) => /^emscripten_(gl|console|out|err)/.test(name))).toBe(true);
    expect(imports.filter(({ kind }) => kind === "memory")).toHaveLength(1);
  });
});

/** Python as it is without the prelude, which hides these ways, so that only the cut imports stand before JavaScript. */
describe("no way leads to JavaScript", () => {
  class Refused extends Error {}

  async function attempt(code: string): Promise<"refused" | "raised" | "ran"> {
    const fail = () => {
      throw new Refused("refused");
    };
    const world = {
      now: () => 0,
      random: () => 0,
      write() {},
      look() {},
      refuse: fail,
      abort: fail,
      grow: () => false,
    };
    const memory = createMemory(build.memoryPages, 64 * 2 ** 20);
    const interpreter = await openInterpreter({ module, library: files.library }, memory, world);
    try {
      interpreter.run(code);
      return "ran";
    } catch (fault) {
      return fault instanceof Refused ? "refused" : "raised";
    }
  }

  test.each([
    ["import js", "raised"],
    ["import pyodide_js", "raised"],
    ["import _pyodide_core", "raised"],
    ["import pyodide.code", "refused"],
    ["import _imp\n_imp.create_builtin(type('', (), {'name': '_pyodide_core', 'origin': None}))", "ran"],
    ["import ctypes\nctypes.CDLL('x.so')", "refused"],
    ["import ctypes\nctypes.pythonapi.PyInit__pyodide_core()", "refused"],
    ["open('/etc/passwd')", "raised"],
    ["open('/lib/python314.zip', 'wb').write(b'x')", "raised"],
    ["import os\nos.mkdir('/a')", "raised"],
    ["import socket\nsocket.socket()", "raised"],
    ["import os\nif os.system('ls') == 0: pass\nelse: raise OSError", "raised"],
    ["import os\nos._exit(0)", "refused"],
    ["1 + 1", "ran"],
  ] as const)("%j is no way: it %s", async (code, outcome) => {
    expect(await attempt(code)).toBe(outcome);
  });
});
