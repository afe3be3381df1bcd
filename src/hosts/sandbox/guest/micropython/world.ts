import type { World } from "../python/surroundings.ts";
import { build, cutImports, fileImports, streamImports } from "./build.ts";

const wasmPage = 64 * 1024;
/** Errors in the numbering that this build's C library has: no such file, and a stream that is not open. */
const [noEntry, badStream] = [44, 8];
/** The C library writes two pieces at most. */
const mostPieces = 16;

/** The imports of the module but those that need the module's own table. None of them hands a JavaScript object to the guest. */
export function worldImports(memory: WebAssembly.Memory, world: World) {
  const files = fileImports.map((name) => [name, () => -noEntry] as const);
  const streams = streamImports.map((name) => [name, () => badStream] as const);
  const cuts = cutImports.map((name) => [name, () => world.refuse()] as const);
  const env = {
    ...Object.fromEntries([...files, ...cuts]),
    mp_js_random_u32: () => world.random(),
    mp_js_time_ms: () => world.now(),
    // Stands still, as the clock does. Every loop comes by here.
    [build.clock]: () => {
      world.look();
      return 0;
    },
    // Asked whether JavaScript knows an object already: it knows none.
    js_check_existing: () => -1,
    emscripten_resize_heap: (bytes: number) => (world.grow(bytes >>> 0) ? 1 : 0),
    _abort_js: () => world.abort(),
  };
  const wasi = {
    ...Object.fromEntries(streams),
    fd_write: createWriter(memory, world),
  };
  return { env, wasi };
}

/** Grows `memory` by whole pages; whether it could. */
export function growTo(memory: WebAssembly.Memory, bytes: number): boolean {
  const missing = bytes - memory.buffer.byteLength;
  try {
    if (missing > 0) memory.grow(Math.ceil(missing / wasmPage));
    return true;
  } catch {
    return false;
  }
}

/** Called for every character of a message, so it makes as little as it can. */
function createWriter(memory: WebAssembly.Memory, world: World) {
  let bytes = new Uint8Array(memory.buffer);
  let words = new Uint32Array(memory.buffer);
  return (stream: number, pieces: number, count: number, written: number): number => {
    if (bytes.buffer !== memory.buffer) {
      bytes = new Uint8Array(memory.buffer);
      words = new Uint32Array(memory.buffer);
    }
    let total = 0;
    for (let at = 0; at < Math.min(count >>> 0, mostPieces); at++) {
      const from = words[(pieces >>> 2) + 2 * at] ?? 0;
      const length = words[(pieces >>> 2) + 2 * at + 1] ?? 0;
      if (length > 0) world.write(stream, bytes.subarray(from, from + length));
      total += length;
    }
    words[written >>> 2] = total;
    return 0;
  };
}
