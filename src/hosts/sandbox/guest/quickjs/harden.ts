import { meterModule } from "#hosts/sandbox/wasm";
import { build } from "./build.ts";

/** The engine's module as `loadQuickJsEngine` needs it, from the bytes that its package brings. */
export function hardenQuickJs(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return meterModule(bytes, { clock: build.clock.name, polling: build.polling });
}
