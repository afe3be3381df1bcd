import baseVariant from "#quickjs";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
} from "quickjs-emscripten-core";
import { cutText, maximumErrorLength, maximumNameLength, refusal, type JsonText } from "#pillars/sandbox";
import type { Guest, GuestEngine, GuestSetup } from "../engine.ts";
import { build } from "./build.ts";
import { prelude, sourceName } from "./prelude.ts";
import { prepareSource } from "./prepare-source.ts";
import { loaderOf, openTexts, type Texts } from "./texts.ts";

const wasmPage = 64 * 1024;
/** The build's own minimum: it asks for 16 MiB at start. */
const initialPages = 256;
/** The platform's own are this large or larger. */
const systemPage = 4 * 1024;
/** Memory touched at a time, 1 to 3 ms of work: a run that comes amid it waits no longer. */
const pieceBytes = 512 * 1024;

/**
 * QuickJS (quickjs-emscripten) on a compiled module from `hardenQuickJs`. Resolves when the engine's own code is loaded,
 * so that opening a guest does no loading.
 */
export async function loadQuickJsEngine(module: WebAssembly.Module): Promise<GuestEngine> {
  const [ffi, loader] = await Promise.all([baseVariant.importFFI(), baseVariant.importModuleLoader()]);
  const load = loaderOf(loader);
  const withFfi = { ...baseVariant, importFFI: async () => ffi };
  const instantiate = (memoryBytes: number) => {
    const memory = new WebAssembly.Memory({ initial: initialPages, maximum: Math.floor(memoryBytes / wasmPage) });
    const texts = openTexts(memory);
    const loaded = { ...withFfi, importModuleLoader: async () => texts.within(load) };
    return openInstance(loaded, module, memory, memoryBytes, texts);
  };
  let anticipated: Instance | undefined;
  return {
    prepare: prepareSource,
    rehearsal: { language: "javascript", source: "return input" },
    async anticipate(memoryBytes) {
      anticipated = await instantiate(memoryBytes);
    },
    async populate(turn) {
      const held = anticipated;
      if (held === undefined) return;
      const bytes = new Uint8Array(held.memory.buffer);
      for (let from = 0; from < bytes.length && anticipated === held; from += pieceBytes) {
        touch(bytes.subarray(from, from + pieceBytes));
        await turn();
      }
    },
    async open(setup) {
      const { memoryBytes } = setup.limits;
      const isFitting = anticipated?.memoryBytes === memoryBytes;
      const instance = isFitting && anticipated ? anticipated : await instantiate(memoryBytes);
      anticipated = undefined;
      return openGuest(instance, setup);
    },
  };
}

/** Its pages, written as they are. */
function touch(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += systemPage) bytes[at] = bytes[at] ?? 0;
}

interface Instance {
  readonly memoryBytes: number;
  readonly memory: WebAssembly.Memory;
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
  readonly entry: Entry;
  /** Who the guest speaks to, from when its run begins. */
  readonly slot: Slot;
}

interface Slot {
  readonly texts: Texts;
  setup?: GuestSetup;
}

/**
 * A fresh instance on a memory of its own. The memory's `maximum` is what holds: the library's own limit let text and
 * typed-array bombs grow to 2 GiB (quickjs-emscripten #255). That limit is set lower, so that running out is usually an
 * error in the guest and seldom a trap in the engine.
 */
async function openInstance(
  base: QuickJSSyncVariant,
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  memoryBytes: number,
  texts: Texts,
): Promise<Instance> {
  const slot: Slot = { texts };
  const emscriptenModule = {
    wasmMemory: memory,
    // Not in the declared options, but Emscripten's: an abort must not write to the console of whoever hosts us.
    print: ignore,
    printErr: ignore,
    async instantiateWasm(imports: WebAssembly.Imports, begin: (instance: WebAssembly.Instance) => void) {
      const instance = await WebAssembly.instantiate(module, withClock(imports, slot));
      begin(instance);
      return instance.exports;
    },
  };
  const variant = newVariant(base, { emscriptenModule, log: ignore });
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(Math.floor(memoryBytes * 0.75));
  const context = runtime.newContext();
  return { memoryBytes, memory, runtime, context, slot, entry: installPrelude(context, slot) };
}

/** What the engine calls works by turns and looks at the clock after some: see `meterModule`. What the clock throws ends the guest. */
function withClock(imports: WebAssembly.Imports, slot: Slot): WebAssembly.Imports {
  const { module, name } = build.clock;
  const look = () => {
    if (slot.setup?.border.mustStop()) throw new GuestFault("stopped");
    return Date.now();
  };
  return { ...imports, [module]: { ...imports[module], [name]: look } };
}

function openGuest({ memory, runtime, context, entry, slot }: Instance, setup: GuestSetup): Guest {
  slot.setup = setup;
  runtime.setMaxStackSize(setup.limits.stackBytes);
  runtime.setInterruptHandler(() => setup.border.mustStop());
  const numbers = [Math.floor(setup.seed / 2 ** 32), setup.seed, setup.limits.consoleBytes];
  const begin = numbers.map((number) => context.newNumber(number));
  invoke(context, entry.begin, begin);
  return {
    start: (source, input) => start(context, entry, source, input),
    answer(id, ok, text, isDenial) {
      const flags = [context.newNumber(id), truth(context, ok), context.newString(text), truth(context, isDenial)];
      invoke(context, entry.answer, flags);
    },
    pump(jobs) {
      const ran = runtime.executePendingJobs(jobs);
      if (ran.error) throw new GuestFault("a job failed");
      return runtime.hasPendingJob();
    },
    memoryBytes: () => memory.buffer.byteLength,
  };
}

/** Something went wrong in the guest outside its own try and catch: out of memory, or stopped. The driver knows which. */
class GuestFault extends Error {}

interface Entry {
  readonly begin: QuickJSHandle;
  readonly main: QuickJSHandle;
  readonly answer: QuickJSHandle;
  readonly fail: QuickJSHandle;
}

function installPrelude(context: QuickJSContext, slot: Slot): Entry {
  const send = context.newFunction("send", (id, tool, argument) => {
    const refused = slot.setup && offerCall(context, slot.setup, id, tool, argument);
    return refused === undefined ? context.undefined : context.newString(refused);
  });
  const log = context.newFunction("log", (line) => {
    const text = textOf(context, line, slot.setup?.limits.consoleBytes ?? 0);
    if (text !== undefined) slot.setup?.border.log(text);
  });
  const end = context.newFunction("end", (how, ...rest) => {
    if (slot.setup) endWith(context, slot.texts, slot.setup, how, rest);
  });
  const make = context.unwrapResult(context.evalCode(prelude, "prelude.js"));
  const exported = invoke(context, make, [send, log, end, context.newNumber(4 * maximumErrorLength)]);
  return {
    begin: context.getProp(exported, "begin"),
    main: context.getProp(exported, "main"),
    answer: context.getProp(exported, "answer"),
    fail: context.getProp(exported, "fail"),
  };
}

function offerCall(
  context: QuickJSContext,
  { limits, border }: GuestSetup,
  ...[idHandle, toolHandle, argumentHandle]: (QuickJSHandle | undefined)[]
): string | undefined {
  const tool = textOf(context, toolHandle, maximumNameLength);
  if (tool === undefined) return refusal.tool("that name");
  const argument = textOf(context, argumentHandle, limits.valueBytes);
  if (argument === undefined) return refusal.argument("too-large", limits);
  return border.call(idHandle ? context.getNumber(idHandle) : 0, tool, argument);
}

function endWith(
  context: QuickJSContext,
  texts: Texts,
  { limits, border }: GuestSetup,
  how: QuickJSHandle | undefined,
  [first, ...rest]: (QuickJSHandle | undefined)[],
): void {
  const kind = textOf(context, how, 20);
  if (kind === "value") {
    const text = handOn(context, texts, first, limits.valueBytes);
    border.end(text === undefined ? { how: "too-large" } : { how: "value", text });
  } else if (kind === "thrown") {
    const [name = "", message = "", stack = ""] = [first, rest[0], rest[1]].map((part) =>
      textOf(context, part, 4 * maximumErrorLength),
    );
    const isDenial =
      rest[2] !== undefined && context.typeof(rest[2]) === "boolean" && context.eq(rest[2], context.true);
    border.end({ how: "thrown", message: messageOf(name, message), ...lineOf(stack), isDenial });
  } else border.end({ how: "not-json" });
}

/**
 * The text behind a handle, or undefined when it is no string, too long, or cut short by a NUL (texts leave the engine as C
 * strings). Type and length are looked at before the text is copied out, and neither look runs guest code: a primitive
 * string's `length` cannot be redefined.
 */
function textOf(context: QuickJSContext, handle: QuickJSHandle | undefined, maximumUnits: number): string | undefined {
  const length = lengthOf(context, handle);
  if (handle === undefined || length === undefined || length > maximumUnits) return undefined;
  const text = context.getString(handle);
  return text.length < length ? undefined : text;
}

/** The same for JSON text that nobody reads on this side. One cut short by a NUL is none, as its reader will find. */
function handOn(
  context: QuickJSContext,
  texts: Texts,
  handle: QuickJSHandle | undefined,
  maximumUnits: number,
): JsonText | undefined {
  const length = lengthOf(context, handle);
  if (handle === undefined || length === undefined || length > maximumUnits) return undefined;
  return texts.bytesOf(() => context.getString(handle));
}

function lengthOf(context: QuickJSContext, handle: QuickJSHandle | undefined): number | undefined {
  if (handle === undefined || context.typeof(handle) !== "string") return undefined;
  return context.getNumber(context.getProp(handle, "length"));
}

function start(context: QuickJSContext, entry: Entry, source: string, input: string): void {
  // Parentheses make the text an expression. Code that closes them early only runs in the same guest with the same powers.
  const compiled = context.evalCode(`(async function (input) {${source}\n})`, sourceName);
  if (compiled.error) invoke(context, entry.fail, [compiled.error]);
  else invoke(context, entry.main, [compiled.value, context.newString(input)]);
}

function invoke(context: QuickJSContext, callee: QuickJSHandle, values: QuickJSHandle[]): QuickJSHandle {
  const result = context.callFunction(callee, context.undefined, values);
  if (result.error) throw new GuestFault("a call into the guest failed");
  return result.value;
}

function messageOf(name: string, message: string): string {
  const isPlain = name === "" || name === "Error";
  return cutText(
    isPlain ? message || "The code threw a value without a message" : `${name}: ${message}`,
    maximumErrorLength,
  );
}

function lineOf(stack: string): { line?: number } {
  const line = Number(/code\.js:(\d{1,6})/.exec(stack)?.[1]);
  return line > 0 ? { line } : {};
}

function truth(context: QuickJSContext, value: boolean): QuickJSHandle {
  return value ? context.true : context.false;
}

function ignore(): void {}
