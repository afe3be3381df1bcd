import { JSException, QuickJS, type JSValueHandle } from "quickjs-wasi";
import { cutText, maximumErrorLength, maximumNameLength, refusal } from "#pillars/sandbox";
import type { Guest, GuestEngine, GuestSetup } from "../engine.ts";
import { prelude, prepareSource, sourceName } from "../quickjs/index.ts";
import { build } from "./build.ts";

const wasmPage = 64 * 1024;

/** QuickJS (quickjs-wasi, quickjs-ng inside) on a compiled module from `hardenQuickJs`: measured beside the default, not shipped. */
export async function loadQuickJsEngine(module: WebAssembly.Module): Promise<GuestEngine> {
  let anticipated: Instance | undefined;
  return {
    prepare: prepareSource,
    rehearsal: { language: "javascript", source: "return input" },
    async anticipate(memoryBytes) {
      anticipated = await openInstance(module, memoryBytes);
    },
    async open(setup) {
      const { memoryBytes } = setup.limits;
      const isFitting = anticipated?.memoryBytes === memoryBytes;
      const instance = isFitting && anticipated ? anticipated : await openInstance(module, memoryBytes);
      anticipated = undefined;
      return openGuest(instance, setup);
    },
  };
}

interface Instance {
  readonly memoryBytes: number;
  readonly memory: WebAssembly.Memory;
  readonly vm: QuickJS;
  readonly exported: JSValueHandle;
  readonly slot: Slot;
}

interface Slot {
  setup?: GuestSetup;
}

class GuestFault extends Error {}

/** The stack that a guest may use is fixed when its instance is made: by the usual limit. */
const stackBytes = 128 * 1024;

async function openInstance(module: WebAssembly.Module, memoryBytes: number): Promise<Instance> {
  const memory = new WebAssembly.Memory({ initial: build.memoryPages, maximum: Math.floor(memoryBytes / wasmPage) });
  const slot: Slot = {};
  const nothing = () => 0;
  const world = { fd_write: nothing, random_get: nothing };
  // Declared as functions only; the module asks for its memory in the same place.
  Reflect.set(world, "memory", memory);
  const vm = await QuickJS.create({
    wasm: module,
    wasi: () => world,
    memoryLimit: Math.floor(memoryBytes * 0.75),
    maxStackSize: stackBytes,
    timezoneOffset: 0,
    // Throws instead of answering true: the loops of the module ask as well, and take no answer.
    interruptHandler() {
      if (slot.setup?.border.mustStop()) throw new GuestFault("stopped");
      return false;
    },
  });
  return { memoryBytes, memory, vm, slot, exported: installPrelude(vm, slot) };
}

function openGuest({ memory, vm, exported, slot }: Instance, setup: GuestSetup): Guest {
  slot.setup = setup;
  const entry = (name: string, ...values: JSValueHandle[]) =>
    void vm.callFunction(exported.getProp(name), vm.undefined, ...values);
  const truth = (value: boolean) => (value ? vm.true : vm.false);
  const { seed, limits } = setup;
  entry("begin", ...[Math.floor(seed / 2 ** 32), seed, limits.consoleBytes].map((number) => vm.newNumber(number)));
  return {
    start(source, input) {
      const compiled = attempt(() => vm.evalCode(`(async function (input) {${source}\n})`, sourceName));
      if (compiled instanceof JSException) entry("fail", compiled.handle);
      else entry("main", compiled, vm.newString(input));
    },
    answer(id, ok, text, isDenial) {
      entry("answer", vm.newNumber(id), truth(ok), vm.newString(text), truth(isDenial));
    },
    pump() {
      // The package runs jobs until none is left; the looks at the clock end it.
      vm.executePendingJobs();
      return false;
    },
    memoryBytes: () => memory.buffer.byteLength,
  };
}

function attempt<T>(work: () => T): T | JSException {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof JSException) return fault;
    throw fault;
  }
}

function installPrelude(vm: QuickJS, slot: Slot): JSValueHandle {
  const send = vm.newFunction("send", (id, tool, argument) => {
    const refused = slot.setup && offerCall(slot.setup, id, tool, argument);
    return refused === undefined ? vm.undefined : vm.newString(refused);
  });
  const log = vm.newFunction("log", (line) => {
    const text = textOf(line, slot.setup?.limits.consoleBytes ?? 0);
    if (text !== undefined) slot.setup?.border.log(text);
    return vm.undefined;
  });
  const end = vm.newFunction("end", (how, ...rest) => {
    if (slot.setup) endWith(slot.setup, how, rest);
    return vm.undefined;
  });
  const make = vm.evalCode(prelude, "prelude.js");
  return vm.callFunction(make, vm.undefined, send, log, end, vm.newNumber(4 * maximumErrorLength));
}

function offerCall(
  { limits, border }: GuestSetup,
  ...[id, toolHandle, argumentHandle]: (JSValueHandle | undefined)[]
): string | undefined {
  const tool = textOf(toolHandle, maximumNameLength);
  if (tool === undefined) return refusal.tool("that name");
  const argument = textOf(argumentHandle, limits.valueBytes);
  if (argument === undefined) return refusal.argument("too-large", limits);
  return border.call(id?.toNumber() ?? 0, tool, argument);
}

function endWith({ limits, border }: GuestSetup, how: JSValueHandle | undefined, rest: readonly JSValueHandle[]): void {
  const kind = textOf(how, 20);
  if (kind === "value") {
    const text = textOf(rest[0], limits.valueBytes);
    border.end(text === undefined ? { how: "too-large" } : { how: "value", text });
  } else if (kind === "thrown") {
    const [name = "", message = "", stack = ""] = rest.slice(0, 3).map((part) => textOf(part, 4 * maximumErrorLength));
    const isDenial = rest[3]?.isBool === true && rest[3].toBoolean();
    const line = Number(/code\.js:(\d{1,6})/.exec(stack)?.[1]);
    border.end({ how: "thrown", message: messageOf(name, message), ...(line > 0 ? { line } : {}), isDenial });
  } else border.end({ how: "not-json" });
}

function textOf(handle: JSValueHandle | undefined, maximumUnits: number): string | undefined {
  if (handle?.isString !== true || handle.length > maximumUnits) return undefined;
  return handle.toString();
}

function messageOf(name: string, message: string): string {
  const isPlain = name === "" || name === "Error";
  return cutText(
    isPlain ? message || "The code threw a value without a message" : `${name}: ${message}`,
    maximumErrorLength,
  );
}
