import { meterModule } from "#hosts/sandbox/wasm";
import { build } from "./build.ts";

/** SQLite's module as `loadSqliteEngine` needs it, from the bytes that its package brings. */
export function meterSqlite(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return meterModule(bytes, build);
}
