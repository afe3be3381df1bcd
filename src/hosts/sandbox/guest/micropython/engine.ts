import type { CodeLanguage } from "#engine";
import { maximumErrorLength, maximumNameLength } from "#pillars/sandbox";
import { GuestStop, type Guest, type GuestEngine, type GuestSetup, type Preparation } from "../engine.ts";
import { bodyOf, lastLine } from "./body.ts";
import { build } from "./build.ts";
import { catchesModule } from "./catches.ts";
import { openConsole, type Console } from "./console.ts";
import { createDice } from "./dice.ts";
import { openInterpreter, type PythonFunction } from "./interpreter.ts";
import { openMailbox, type Mailbox } from "./mailbox.ts";
import { packValue } from "./pack-value.ts";
import { prelude } from "./prelude.ts";
import { tellAll } from "./teller.ts";
import { growTo, type World } from "./world.ts";

const wasmPage = 64 * 1024;
/** What a message has beside its value: a name or an error's text, of which JSON may write a character as six. */
const wordsRoom = 6 * 4 * (maximumNameLength + maximumErrorLength);
const driverStream = 2;

type Modules = Parameters<typeof openInterpreter>[0];

/** MicroPython on a compiled module that `hardenMicroPython` has rewritten. */
export async function loadMicroPythonEngine(module: WebAssembly.Module): Promise<GuestEngine> {
  const modules = { module, catches: catchesModule() };
  return {
    prepare: preparePython,
    rehearsal: { language: "python", source: "return input" },
    open: async (setup) => openMicroPython(modules, setup),
  };
}

async function preparePython(_language: CodeLanguage, source: string): Promise<Preparation> {
  return { ok: true, source: bodyOf(source) };
}

/** A fresh interpreter on a memory of its own, whose `maximum` holds it. */
function openMicroPython(modules: Modules, setup: GuestSetup): Guest {
  const { limits, border } = setup;
  const maximum = Math.floor(limits.memoryBytes / wasmPage);
  const memory = new WebAssembly.Memory({ initial: build.memoryPages, maximum });
  const streams = {
    console: openConsole(limits.consoleBytes, (line) => border.log(line)),
    mailbox: openMailbox(limits.valueBytes + wordsRoom, ({ word }) => {
      if (word === "value") throw new GuestStop({ how: "value-fault", fault: "too-large" });
    }),
  };
  const world = createWorld(setup, memory, streams);
  const interpreter = openInterpreter(modules, memory, world, limits);
  interpreter.run(prelude);
  const functionNamed = (name: string) => interpreter.functionNamed(name);
  const [hold, begin] = [functionNamed("hold"), functionNamed("begin")];
  const [answer, resume] = [functionNamed("answer"), functionNamed("resume")];
  let last = 0;
  let isResting = false;

  function turn(callee: PythonFunction, ...values: readonly string[]): void {
    interpreter.call(callee, ...values);
    const course = { limits, border, interpreter, answer, mailbox: streams.mailbox, lastLine: last };
    isResting = tellAll({ ...course, beforeEnd: () => streams.console.finish() });
  }

  function packed(json: string): string {
    const pack = packValue(json);
    for (const text of pack.texts) interpreter.call(hold, text);
    return pack.json;
  }

  return {
    start(source, input) {
      last = lastLine(source);
      turn(begin, source, packed(input));
    },
    answer(id, ok, text, isDenial) {
      if (ok) turn(answer, String(id), "value", packed(text));
      else turn(answer, String(id), isDenial ? "denied" : "failed", text);
    },
    pump() {
      if (isResting) turn(resume);
      return isResting;
    },
    memoryBytes: () => memory.buffer.byteLength,
    isFull: () => world.isFull(),
  };
}

/** The world of one run: its clock and dice, its deadline, and a memory that grows up to its maximum. */
function createWorld(
  { border, seed }: GuestSetup,
  memory: WebAssembly.Memory,
  { console, mailbox }: { readonly console: Console; readonly mailbox: Mailbox },
): World & { readonly isFull: () => boolean } {
  let isFull = false;
  return {
    now: () => Date.now(),
    random: createDice(seed),
    write: (stream, bytes) => (stream === driverStream ? mailbox : console).write(bytes),
    look() {
      if (!border.mustStop()) return;
      console.finish();
      throw new GuestStop({ how: "interrupted" });
    },
    refuse() {
      throw new GuestStop({ how: "thrown", message: "This code may not reach JavaScript.", isDenial: true });
    },
    abort() {
      throw new GuestStop({ how: "broken" });
    },
    grow(bytes) {
      const isGrown = growTo(memory, bytes);
      isFull ||= !isGrown;
      return isGrown;
    },
    isFull: () => isFull,
  };
}
