import { meterModule } from "#hosts/sandbox/wasm";
import { build } from "./build.ts";

export { loadQuickJsEngine } from "./engine.ts";

/** The engine's module as `loadQuickJsEngine` needs it, from the bytes that its package brings. */
export function hardenQuickJs(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return meterModule(bytes, build);
}
