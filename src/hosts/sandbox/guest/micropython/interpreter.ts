import { heldBy } from "#hosts/sandbox/wasm";
import { GuestStop } from "../engine.ts";
import { build, catchingImports } from "./build.ts";
import { catchesImports, throwExport } from "./catches.ts";
import type { World } from "../python/surroundings.ts";
import { worldImports } from "./world.ts";

/** A Python function, by its number in the interpreter's own list. */
export interface PythonFunction {
  readonly number: number;
}

/** One interpreter with one memory. Text goes in with calls; what comes out is written, see `World`. */
export interface Interpreter {
  /** Runs a module's text in `__main__`. */
  run(text: string): void;
  functionNamed(name: string): PythonFunction;
  /** Throws when the function raises. */
  call(callee: PythonFunction, ...values: readonly string[]): void;
}

/** Something was raised outside the prelude's own try, or could not be handed over. */
class InterpreterFault extends Error {}

/** Room for the frames of Python functions, in words. The C stack, of which the build uses half, is full long before: at about 155 calls. */
const frameWords = 16_384;

/** The pages of memory that the interpreter's own data and C stack take, and what is kept for texts on their way in. */
const ownBytes = 1.5 * 2 ** 20;

/** @param modules the interpreter's, from `hardenMicroPython`, and that of `catchesModule`. */
export function openInterpreter(
  modules: { readonly module: WebAssembly.Module; readonly catches: WebAssembly.Module },
  memory: WebAssembly.Memory,
  world: World,
  memoryBytes: number,
): Interpreter {
  const { instance, stackPointer } = instantiate(modules, memory, world);

  function call(name: string, ...numbers: number[]): number {
    const callee = instance.exports[name];
    if (typeof callee !== "function") throw new InterpreterFault(`no ${name}`);
    try {
      return callee(...numbers);
    } catch (fault) {
      const isBelow = fault instanceof WebAssembly.RuntimeError && stackPointer.value < stackFloor;
      throw isBelow ? new GuestStop({ how: "stack" }) : fault;
    }
  }

  const words = () => new Uint32Array(memory.buffer);
  const place = (bytes: number) => call("malloc", bytes) || fail("no room for a text");

  function textIn(text: string): { at: number; length: number } {
    const bytes = new TextEncoder().encode(text);
    const at = place(bytes.length + 1);
    const room = new Uint8Array(memory.buffer, at, bytes.length + 1);
    room.set(bytes);
    room[bytes.length] = 0;
    return { at, length: bytes.length };
  }

  /** Reads a result: its kind, and the number of an object. */
  function resultAt(at: number): { kind: number; object: number } {
    const [kind = 0, object = 0] = words().subarray(at >> 2, (at >> 2) + 2);
    return { kind: kind | 0, object };
  }

  function mustNotRaise(): void {
    if (resultAt(result).kind === resultKind.raised) throw new InterpreterFault("raised");
  }

  call("__wasm_call_ctors");
  call("mp_js_init", frameWords, heapBytes(memoryBytes));
  call("proxy_c_init");
  const result = place(12);
  call("mp_js_do_import", textIn("__main__").at, result);
  const main = resultAt(result).object;

  return {
    run(text) {
      const { at, length } = textIn(text);
      call("mp_js_do_exec", at, length, result);
      mustNotRaise();
    },
    functionNamed(name) {
      call("proxy_c_to_js_lookup_attr", main, textIn(name).at, result);
      const { kind, object } = resultAt(result);
      if (kind !== resultKind.callable) throw new InterpreterFault(`${name} is no function`);
      return { number: object };
    },
    call(callee, ...values) {
      const list = place(12 * Math.max(1, values.length));
      values.forEach((value, index) => {
        const { at, length } = textIn(value);
        words().set([textArgument, length, at], (list >> 2) + 3 * index);
      });
      call("proxy_c_to_js_call", callee.number, values.length, list, result);
      call("free", list);
      mustNotRaise();
    },
  };
}

/** A trap with the stack pointer below this came from a C stack that ran over. */
const stackFloor = 1_024;

const resultKind = { raised: -1, callable: 6 } as const;
/** The mark of a text among arguments; the interpreter copies it and frees ours. */
const textArgument = 5;

function instantiate(
  { module, catches }: { readonly module: WebAssembly.Module; readonly catches: WebAssembly.Module },
  memory: WebAssembly.Memory,
  world: World,
): { readonly instance: WebAssembly.Instance; readonly stackPointer: WebAssembly.Global } {
  const table = new WebAssembly.Table({ element: "anyfunc", initial: build.tableSize, maximum: build.tableSize });
  const stackPointer = new WebAssembly.Global({ value: "i32", mutable: true }, build.stackTop);
  const held = { [heldBy.table]: table, [heldBy.stackPointer]: stackPointer };
  const later: { setThrew?: () => void } = {};
  const caught = () => later.setThrew?.();
  const catching = new WebAssembly.Instance(catches, {
    [catchesImports.module]: { ...held, [catchesImports.caught]: caught },
  });
  const { env, wasi } = worldImports(memory, world);
  const ours = (name: string) => catching.exports[name] ?? fail(`no ${name}`);
  const invokes = catchingImports.map((name) => [name, ours(name)] as const);
  const instance = new WebAssembly.Instance(module, {
    [heldBy.module]: {
      ...env,
      ...Object.fromEntries(invokes),
      _emscripten_throw_longjmp: ours(throwExport),
      [heldBy.memory]: memory,
      ...held,
    },
    wasi_snapshot_preview1: wasi,
  });
  const { setThrew } = instance.exports;
  if (typeof setThrew !== "function") throw new InterpreterFault("no setThrew");
  later.setThrew = () => void setThrew(1, 0);
  return { instance, stackPointer };
}

/**
 * The first piece of the heap. The interpreter doubles its heap whenever it is full, so the piece is a power of two below
 * what there will be at most; else the last doubling would not fit and leave memory unused.
 */
function heapBytes(memoryBytes: number): number {
  const most = memoryBytes - ownBytes;
  const room = build.memoryPages * 64 * 1024 - ownBytes;
  let piece = most;
  while (piece > room) piece /= 2;
  return Math.floor(piece);
}

function fail(why: string): never {
  throw new InterpreterFault(why);
}
