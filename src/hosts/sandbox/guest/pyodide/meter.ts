import { meterModule } from "#hosts/sandbox/wasm";
import { build } from "./build.ts";

/** CPython's module as `loadPyodideEngine` needs it, from the bytes that Pyodide publishes. */
export function meterPyodide(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return meterModule(bytes, { ...build, polling: [] });
}
