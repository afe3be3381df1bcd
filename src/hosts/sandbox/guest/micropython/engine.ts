import type { CodeLanguage } from "#engine";
import type { Guest, GuestEngine, GuestSetup, Preparation } from "../engine.ts";
import { bodyOf, lastLine } from "./body.ts";
import { build } from "./build.ts";
import { catchesModule } from "./catches.ts";
import { openConsole } from "../python/console.ts";
import { createDice } from "../python/dice.ts";
import { openInterpreter, type Interpreter, type PythonFunction } from "./interpreter.ts";
import { openRunMailbox } from "../python/run-mailbox.ts";
import { packValue } from "./pack-value.ts";
import { prelude } from "./prelude.ts";
import { tellAll } from "../python/teller.ts";
import { lineInTrace } from "./trace.ts";
import { growTo } from "./world.ts";
import { openSurroundings, type Surroundings } from "../python/surroundings.ts";

const wasmPage = 64 * 1024;
/** The build has no more streams than three: the one for errors. */
const driverStream = 2;

type Modules = Parameters<typeof openInterpreter>[0];

/** MicroPython on a compiled module that `hardenMicroPython` has rewritten. */
export async function loadMicroPythonEngine(module: WebAssembly.Module): Promise<GuestEngine> {
  const modules = { module, catches: catchesModule() };
  let anticipated: Instance | undefined;
  return {
    prepare: preparePython,
    rehearsal: { language: "python", source: "return input" },
    async anticipate(memoryBytes) {
      anticipated = openInstance(modules, memoryBytes);
    },
    async open(setup) {
      const { memoryBytes } = setup.limits;
      const isFitting = anticipated?.memoryBytes === memoryBytes;
      const instance = isFitting && anticipated ? anticipated : openInstance(modules, memoryBytes);
      anticipated = undefined;
      return openGuest(instance, setup);
    },
  };
}

async function preparePython(_language: CodeLanguage, source: string): Promise<Preparation> {
  return { ok: true, source: bodyOf(source) };
}

interface Instance {
  readonly memoryBytes: number;
  readonly memory: WebAssembly.Memory;
  readonly interpreter: Interpreter;
  readonly surroundings: Surroundings;
  readonly entry: Readonly<Record<"hold" | "begin" | "answer" | "resume", PythonFunction>>;
}

/** A fresh interpreter on a memory of its own, whose `maximum` holds it. No code has run in it but the prelude. */
function openInstance(modules: Modules, memoryBytes: number): Instance {
  const maximum = Math.floor(memoryBytes / wasmPage);
  const memory = new WebAssembly.Memory({ initial: build.memoryPages, maximum });
  const surroundings = openSurroundings(driverStream, (bytes) => growTo(memory, bytes));
  const interpreter = openInterpreter(modules, memory, surroundings.world, memoryBytes);
  interpreter.run(prelude);
  const named = (name: string) => interpreter.functionNamed(name);
  const entry = { hold: named("hold"), begin: named("begin"), answer: named("answer"), resume: named("resume") };
  return { memoryBytes, memory, interpreter, surroundings, entry };
}

function openGuest(
  { memory, interpreter, surroundings, entry }: Instance,
  { limits, border, seed }: GuestSetup,
): Guest {
  const console = openConsole(limits.consoleBytes, (line) => border.log(line));
  const mailbox = openRunMailbox(limits);
  surroundings.begin({ border, console, mailbox, draw: createDice(seed) });
  const { answer } = entry;
  let last = 0;
  let isResting = false;

  function turn(callee: PythonFunction, ...values: readonly string[]): void {
    interpreter.call(callee, ...values);
    isResting = tellAll({
      ...{ limits, border, mailbox },
      refuse: (id, why) => interpreter.call(answer, id, "failed", why),
      lineOf: (trace) => lineInTrace(trace, last),
      beforeEnd: () => console.finish(),
    });
  }

  function packed(json: string): string {
    const pack = packValue(json);
    for (const text of pack.texts) interpreter.call(entry.hold, text);
    return pack.json;
  }

  return {
    start(source, input) {
      last = lastLine(source);
      turn(entry.begin, source, packed(input));
    },
    answer(id, ok, text, isDenial) {
      if (ok) turn(answer, String(id), "value", packed(text));
      else turn(answer, String(id), isDenial ? "denied" : "failed", text);
    },
    pump() {
      if (isResting) turn(entry.resume);
      return isResting;
    },
    memoryBytes: () => memory.buffer.byteLength,
    isFull: surroundings.isFull,
  };
}
