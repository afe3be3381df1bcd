import { hardenModule } from "#hosts/sandbox/wasm";
import { build } from "./build.ts";

/** The interpreter's module as `loadMicroPythonEngine` needs it, from the bytes that its package brings. */
export function hardenMicroPython(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return hardenModule(bytes, build.clock);
}
