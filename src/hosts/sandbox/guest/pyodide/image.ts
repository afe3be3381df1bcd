import { openSurroundings } from "../python/surroundings.ts";
import { build } from "./build.ts";
import { stream } from "./files.ts";
import { openInterpreter, type Held, type PythonObject } from "./interpreter.ts";
import { createMemory } from "./memory.ts";
import { entries, prelude, type Entries } from "./prelude.ts";

const wasmPage = 64 * 1024;

/**
 * An interpreter as it is after the prelude and the usual imports, before any code of a person ran in it. Starting from it takes
 * hundredths of the time that CPython takes to start, and every run starts from the same.
 */
export interface PythonImage extends Held {
  readonly pages: number;
  readonly entry: Entries;
}

/** Modules that are read and compiled ahead, for no run to wait for it: those that code of this kind imports most. */
const usual =
  "base64 bisect calendar collections collections.abc copy csv dataclasses datetime decimal difflib enum fractions functools hashlib " +
  "heapq html io itertools json math operator random re statistics string struct textwrap time types typing unicodedata " +
  "urllib.parse uuid zoneinfo traceback";

/** Room for the start, of which no more is kept than it took. */
const roomBytes = 64 * 2 ** 20;

/** Starts CPython once. Nothing of the moment gets into it: its clock and its dice stand still. */
export async function takeImage(module: WebAssembly.Module, library: Uint8Array): Promise<PythonImage> {
  const memory = createMemory(build.memoryPages, roomBytes);
  const surroundings = openSurroundings(stream.driver, (bytes) => memory.growTo(bytes));
  const world = { ...surroundings.world, now: () => 0 };
  const interpreter = await openInterpreter({ module, library }, memory, world);
  interpreter.run(prelude);
  interpreter.run(`import ${usual.replaceAll(" ", ", ")}, gc\ngc.collect()`);
  const [hold, begin, answer, resume] = entries.map((name): PythonObject => interpreter.named(name));
  if (!hold || !begin || !answer || !resume) throw new TypeError("The prelude is not whole.");
  const all = memory.bytes();
  const end = all.findLastIndex((byte) => byte !== 0) + 1;
  return {
    bytes: all.slice(0, end),
    pages: all.length / wasmPage,
    stackPointer: interpreter.stackPointer,
    entry: { hold, begin, answer, resume },
  };
}
