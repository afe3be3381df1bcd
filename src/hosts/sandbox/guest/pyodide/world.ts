import type { World } from "../python/surroundings.ts";
import { abortImports, absentImports, absentStreams, build, emptyImports } from "./build.ts";
import { clockImports } from "./clock.ts";
import { errors, fileImports } from "./files.ts";
import type { PythonMemory } from "./memory.ts";

/** What the interpreter itself exports and its imports need; there as soon as it is made. */
export interface Made {
  readonly table: WebAssembly.Table;
  readonly allocate: (bytes: number) => number;
}

type Imports = Record<string, Record<string, WebAssembly.ImportValue>>;

/** The interpreter finds its library beneath this prefix, and gives equal texts equal hashes in every run. */
const environment = ["PYTHONHOME=/", "PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1", "LANG=en_US.UTF-8"];

/**
 * The imports of the module. What is on no list of `build.ts` leads to JavaScript objects, calls, promises, script text or
 * other modules, and ends the guest. None hands it a JavaScript object.
 */
export function worldImports(
  module: WebAssembly.Module,
  memory: PythonMemory,
  world: World,
  given: { readonly library: Uint8Array; readonly made: () => Made },
): WebAssembly.Imports {
  const answers: ReadonlyMap<string, WebAssembly.ImportValue> = new Map<string, WebAssembly.ImportValue>([
    ...emptyImports.map((name) => [name, () => 0] as const),
    ...absentImports.map((name) => [name, () => -errors.notSupported] as const),
    ...absentStreams.map((name) => [name, () => errors.notSupported] as const),
    ...abortImports.map((name) => [name, () => world.abort()] as const),
    ...Object.entries(fileImports(memory, given.library, (...written) => world.write(...written))),
    ...Object.entries(clockImports(memory, () => world.now())),
    ...Object.entries(environmentImports(memory)),
    ...Object.entries(ownImports(memory, world, given.made)),
  ]);
  const imports: Imports = {};
  for (const { module: group, name, kind } of WebAssembly.Module.imports(module)) {
    // The addresses of functions for graphics, which no code here calls: an index that the table does not have.
    const value =
      kind === "global"
        ? new WebAssembly.Global({ value: "i32", mutable: true }, -1)
        : (answers.get(name) ?? (() => world.refuse()));
    (imports[group] ??= {})[name] = value;
  }
  return imports;
}

function ownImports(memory: PythonMemory, world: World, made: () => Made) {
  return {
    memory: memory.wasm,
    // Stands still, as the clock does. Every loop comes by here.
    [build.clock]() {
      world.look();
      return world.now();
    },
    emscripten_get_heap_max: () => memory.maximumBytes,
    emscripten_resize_heap: (bytes: number) => (world.grow(bytes >>> 0) ? 1 : 0),
    random_get(address: number, length: number) {
      const bytes = memory.bytes().subarray(address, address + length);
      for (let at = 0; at < bytes.length; at++) bytes[at] = world.random();
      return 0;
    },
    /** C code calls functions with more arguments than some take, which WebAssembly does not let pass and JavaScript does. */
    _PyEM_TrampolineCall_JS(callee: number, ...values: number[]): number {
      const called: unknown = made().table.get(callee);
      return typeof called === "function" ? Number(called(...values)) : world.abort();
    },
    _Py_emscripten_runtime() {
      const address = made().allocate(1);
      memory.writeText(address, "");
      return address;
    },
    __hiwire_deduplicate_new: () => null,
    _emscripten_get_progname: (address: number) => void memory.writeText(address, ""),
  };
}

function environmentImports(memory: PythonMemory) {
  const size = environment.reduce((sum, line) => sum + line.length + 1, 0);
  return {
    environ_sizes_get(countAt: number, sizeAt: number) {
      memory.view().setUint32(countAt, environment.length, true);
      memory.view().setUint32(sizeAt, size, true);
      return 0;
    },
    environ_get(listAt: number, textAt: number) {
      let at = textAt;
      for (const [index, line] of environment.entries()) {
        memory.view().setUint32(listAt + 4 * index, at, true);
        at += memory.writeText(at, line);
      }
      return 0;
    },
  };
}
