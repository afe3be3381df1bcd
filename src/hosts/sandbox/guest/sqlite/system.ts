import { build } from "./build.ts";
import type { SqliteMemory } from "./memory.ts";

/** Numbers of the C library that the build was linked with (wasi's). */
const [noEntry, notSupported] = [44, 52];
const entropyFile = 3;

export interface SqliteWorld {
  readonly seed: number;
  /** Called every so many turns of SQLite's loops; what it throws ends the guest. */
  look(): void;
}

/**
 * The whole world that SQLite sees: a clock and a time zone that are the run's, a source of entropy that is the run's seed,
 * and memory up to its maximum. Every other system call answers that there is no such thing: no file can be opened, made or
 * looked at. The package's own JavaScript, with its file systems and its `fetch`, is not loaded at all.
 */
export function systemOf(module: WebAssembly.Module, memory: SqliteMemory, world: SqliteWorld): WebAssembly.Imports {
  const own: Readonly<Record<string, WebAssembly.ImportValue>> = {
    memory: memory.wasm,
    [build.clock]() {
      world.look();
      return Date.now();
    },
    emscripten_get_now: () => Date.now(),
    emscripten_get_heap_max: () => memory.maximumBytes,
    emscripten_resize_heap: (bytes: number) => (memory.growTo(bytes >>> 0) ? 1 : 0),
    _tzset_js: () => undefined,
    _localtime_js: (seconds: bigint, at: number) => writeTime(memory, new Date(Number(seconds) * 1_000), at),
    clock_time_get(_clock: number, _precision: bigint, at: number) {
      memory.view().setBigInt64(at, BigInt(Date.now()) * 1_000_000n, true);
      return 0;
    },
    __syscall_openat: (_folder: number, path: number) =>
      memory.readText(path) === "/dev/urandom" ? entropyFile : -noEntry,
    fd_read: (file: number, buffers: number, count: number, readAt: number) =>
      file === entropyFile ? readSeed(memory, world.seed, buffers, count, readAt) : notSupported,
    fd_close: () => 0,
  };
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: group, name } of WebAssembly.Module.imports(module)) {
    const refuse = () => (name.startsWith("__syscall") ? -notSupported : notSupported);
    (imports[group] ??= {})[name] = own[name] ?? refuse;
  }
  return imports;
}

/** SQLite keys its own generator (ChaCha20) with these bytes, so that one seed always gives the same `random()`. */
function readSeed(memory: SqliteMemory, seed: number, buffers: number, count: number, readAt: number): number {
  const view = memory.view();
  let total = 0;
  for (let at = buffers; at < buffers + count * 8; at += 8) {
    const length = view.getUint32(at + 4, true);
    const bytes = new Uint8Array(view.buffer, view.getUint32(at, true), length).fill(0);
    bytes.set(new Uint8Array(Float64Array.of(seed).buffer).subarray(0, length));
    total += length;
  }
  view.setUint32(readAt, total, true);
  return 0;
}

/** C's `struct tm`, in UTC: the time zone of every run. */
function writeTime(memory: SqliteMemory, date: Date, at: number): void {
  const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const fields = [
    date.getUTCSeconds(),
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth(),
    date.getUTCFullYear() - 1_900,
    date.getUTCDay(),
    Math.floor((date.getTime() - startOfYear) / 86_400_000),
    0,
    0,
  ];
  const view = memory.view();
  fields.forEach((field, index) => view.setInt32(at + index * 4, field, true));
}
