import type { CodeLanguage } from "#engine";
import { GuestStop, type Guest, type GuestEngine, type GuestSetup, type Preparation } from "../engine.ts";
import { openConsole } from "../python/console.ts";
import { createDice } from "../python/dice.ts";
import { openRunMailbox } from "../python/run-mailbox.ts";
import { openSurroundings, type Surroundings } from "../python/surroundings.ts";
import { tellAll } from "../python/teller.ts";
import { build } from "./build.ts";
import { stream } from "./files.ts";
import { openInterpreter, type Interpreter, type PythonObject } from "./interpreter.ts";
import type { PythonImage } from "./image.ts";
import { createMemory, type PythonMemory } from "./memory.ts";
import type { Entries } from "./prelude.ts";

export interface PyodideParts {
  /** From `meterPyodide`. */
  readonly module: WebAssembly.Module;
  /** The standard library's zip file. */
  readonly library: Uint8Array;
  /** From `takeImage`, of the same module and library. */
  readonly image: PythonImage;
}

/** CPython as Pyodide builds it. */
export async function loadPyodideEngine(parts: PyodideParts): Promise<GuestEngine> {
  let anticipated: Instance | undefined;
  return {
    prepare: preparePython,
    rehearsal: { language: "python", source: "return [input, sorted([2, 1])]", memoryBytes: build.leastBytes },
    async anticipate(memoryBytes) {
      anticipated = await openInstance(parts, memoryBytes);
    },
    async open(setup) {
      const { memoryBytes } = setup.limits;
      const isFitting = anticipated?.memoryBytes === memoryBytes;
      const instance = isFitting && anticipated ? anticipated : await openInstance(parts, memoryBytes);
      anticipated = undefined;
      return openGuest(instance, setup);
    },
  };
}

/** The interpreter itself makes a file into a body. */
async function preparePython(_language: CodeLanguage, source: string): Promise<Preparation> {
  return { ok: true, source };
}

interface Instance {
  readonly memoryBytes: number;
  readonly memory: PythonMemory;
  readonly interpreter: Interpreter;
  readonly surroundings: Surroundings;
  readonly entry: Entries;
}

/** An interpreter on a memory of its own, whose `maximum` holds it. No code has run in it but the prelude. */
async function openInstance({ module, library, image }: PyodideParts, memoryBytes: number): Promise<Instance> {
  if (memoryBytes < build.leastBytes) throw new GuestStop({ how: "out-of-memory" });
  const memory = createMemory(image.pages, memoryBytes);
  const surroundings = openSurroundings(stream.driver, (bytes) => memory.growTo(bytes));
  const interpreter = await openInterpreter({ module, library }, memory, surroundings.world, image);
  return { memoryBytes, memory, interpreter, surroundings, entry: image.entry };
}

function openGuest(
  { memory, interpreter, surroundings, entry }: Instance,
  { limits, border, seed }: GuestSetup,
): Guest {
  const console = openConsole(limits.consoleBytes, (line) => border.log(line));
  const mailbox = openRunMailbox(limits);
  surroundings.begin({ border, console, mailbox, draw: createDice(seed) });
  let lines = 0;
  let isResting = false;

  function hand(callee: PythonObject, ...texts: readonly string[]): void {
    for (const text of texts) interpreter.give(entry.hold, text);
    interpreter.call(callee);
  }

  function turn(callee: PythonObject, ...texts: readonly string[]): void {
    hand(callee, ...texts);
    isResting = tellAll({
      ...{ limits, border, mailbox },
      refuse: (id, why) => hand(entry.answer, id, "failed", why),
      lineOf: (told) => (typeof told === "number" && told >= 1 && told <= lines ? told : undefined),
      beforeEnd: () => console.finish(),
    });
  }

  return {
    start(source, input) {
      lines = source.split(/\r\n|\r|\n/).length;
      turn(entry.begin, source, input, String(seed));
    },
    answer(id, ok, text, isDenial) {
      turn(entry.answer, String(id), ok ? "value" : isDenial ? "denied" : "failed", text);
    },
    pump() {
      if (isResting) turn(entry.resume);
      return isResting;
    },
    memoryBytes: () => memory.wasm.buffer.byteLength,
    isFull: surroundings.isFull,
  };
}
