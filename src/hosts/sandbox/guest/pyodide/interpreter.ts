import { GuestStop } from "../engine.ts";
import type { World } from "../python/surroundings.ts";
import type { PythonMemory } from "./memory.ts";
import { worldImports, type Made } from "./world.ts";

/** A Python object, by its address. */
export interface PythonObject {
  readonly address: number;
}

/** One interpreter with one memory. Texts go in one by one; what comes out is written, see `World`. */
export interface Interpreter {
  /** Runs a module's text in `__main__`. */
  run(text: string): void;
  /** What `__main__` calls by that name. */
  named(name: string): PythonObject;
  /** Calls it with one text, as its bytes. Throws when it raises. */
  give(callee: PythonObject, text: string): void;
  /** Calls it with nothing. Throws when it raises. */
  call(callee: PythonObject): void;
  readonly stackPointer: number;
}

/** What an interpreter held between two calls. Another instance of the same module goes on from there. */
export interface Held {
  /** Its memory from the start; what is missing behind it is zero. */
  readonly bytes: Uint8Array;
  readonly stackPointer: number;
}

/** Something was raised outside the prelude's own try, or could not be handed over. */
class InterpreterFault extends Error {}

/** The functions of CPython's and the C library's interface that are used here. */
const names = [
  "PyBytes_FromStringAndSize",
  "PyErr_Clear",
  "PyImport_AddModule",
  "PyObject_CallNoArgs",
  "PyObject_CallOneArg",
  "PyObject_GetAttrString",
  "PyRun_SimpleString",
  "Py_DecRef",
  "Py_InitializeEx",
  "__wasm_call_ctors",
  "emscripten_stack_get_end",
  "emscripten_stack_init",
  "free",
  "malloc",
] as const;

type Calls = Readonly<Record<(typeof names)[number], (...values: readonly number[]) => number>>;

/** A trap with the stack pointer so near to the stack's end came from a C stack that ran over. */
const nearEnd = 16 * 1024;

/**
 * A CPython of its own, without Pyodide's own start: its module that hands out JavaScript is never made known to the interpreter.
 * @param library the standard library's zip file.
 * @param from what another one held; without it, it starts anew.
 */
export async function openInterpreter(
  { module, library }: { readonly module: WebAssembly.Module; readonly library: Uint8Array },
  memory: PythonMemory,
  world: World,
  from?: Held,
): Promise<Interpreter> {
  const later: { made?: Made } = {};
  const imports = worldImports(module, memory, world, { library, made: () => later.made ?? world.abort() });
  const { exports } = await WebAssembly.instantiate(module, imports);
  const { __stack_pointer: stackPointer, __indirect_function_table: table } = exports;
  if (!(table instanceof WebAssembly.Table) || !(stackPointer instanceof WebAssembly.Global) || !hasCalls(exports))
    throw new TypeError("This is no CPython.");
  const calls: Calls = exports;
  later.made = { table, allocate: (bytes) => calls.malloc(bytes) };

  const call = (name: keyof Calls, ...values: readonly number[]): number => {
    try {
      return calls[name](...values);
    } catch (fault) {
      const isAtEnd = Number(stackPointer.value) < calls.emscripten_stack_get_end() + nearEnd;
      throw fault instanceof WebAssembly.RuntimeError && isAtEnd ? new GuestStop({ how: "stack" }) : fault;
    }
  };

  function must(value: number, what: string): number {
    if (value !== 0) return value;
    call("PyErr_Clear");
    throw new InterpreterFault(what);
  }

  /** With its text in the interpreter's memory; gives the place back, unless the interpreter broke. */
  function withText<T>(text: string, work: (address: number, length: number) => T): T {
    const bytes = new TextEncoder().encode(text);
    const address = must(call("malloc", bytes.length + 1), "no room for a text");
    memory.bytes().set(bytes, address);
    memory.bytes()[address + bytes.length] = 0;
    const result = work(address, bytes.length);
    call("free", address);
    return result;
  }

  if (from === undefined) {
    call("__wasm_call_ctors");
    call("Py_InitializeEx", 0);
  } else {
    call("emscripten_stack_init");
    memory.bytes().set(from.bytes);
    stackPointer.value = from.stackPointer;
  }

  return {
    run(text) {
      const failed = withText(text, (address) => call("PyRun_SimpleString", address));
      if (failed !== 0) throw new InterpreterFault("raised");
    },
    named(name) {
      const main = withText("__main__", (address) => must(call("PyImport_AddModule", address), "no __main__"));
      return {
        address: withText(name, (address) => must(call("PyObject_GetAttrString", main, address), `no ${name}`)),
      };
    },
    get stackPointer() {
      return Number(stackPointer.value);
    },
    give(callee, text) {
      const bytes = withText(text, (address, length) =>
        must(call("PyBytes_FromStringAndSize", address, length), "no room for a text"),
      );
      const result = must(call("PyObject_CallOneArg", callee.address, bytes), "raised");
      call("Py_DecRef", bytes);
      call("Py_DecRef", result);
    },
    call(callee) {
      call("Py_DecRef", must(call("PyObject_CallNoArgs", callee.address), "raised"));
    },
  };
}

function hasCalls(exports: object): exports is Calls {
  return names.every((name) => typeof Reflect.get(exports, name) === "function");
}
