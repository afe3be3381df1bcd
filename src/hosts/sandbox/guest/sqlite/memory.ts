const wasmPage = 64 * 1024;
/** The build's own minimum: 8 MiB. */
const initialPages = 128;
/** Memory grows by at least this much, so that it does not grow with every small request. */
const growthPages = 16;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The memory of one SQLite. The build imports its memory, so its `maximum` is this side's choice and holds against
 * everything inside; there is no other limit on the heap in this build.
 */
export interface SqliteMemory {
  readonly wasm: WebAssembly.Memory;
  readonly maximumBytes: number;
  /** False when the maximum would be passed. */
  growTo(bytes: number): boolean;
  /** Views of now: growing leaves older ones empty. */
  view(): DataView;
  bytes(): Uint8Array<ArrayBuffer>;
  /** Text of `length` bytes at `at`, or up to its NUL; what is no UTF-8 becomes U+FFFD. */
  readText(at: number, length?: number): string;
}

export function createMemory(maximumBytes: number): SqliteMemory {
  const maximum = Math.floor(maximumBytes / wasmPage);
  const wasm = new WebAssembly.Memory({ initial: initialPages, maximum });

  let held = new Uint8Array(wasm.buffer);

  function bytes(): Uint8Array<ArrayBuffer> {
    if (held.buffer !== wasm.buffer) held = new Uint8Array(wasm.buffer);
    return held;
  }

  function growBy(pages: number): boolean {
    try {
      wasm.grow(pages);
      return true;
    } catch {
      return false;
    }
  }

  return {
    wasm,
    maximumBytes: maximum * wasmPage,
    growTo(bytes) {
      const missing = Math.ceil((bytes - wasm.buffer.byteLength) / wasmPage);
      return missing <= 0 || (missing < growthPages && growBy(growthPages)) || growBy(missing);
    },
    view: () => new DataView(wasm.buffer),
    bytes,
    readText(at, length) {
      const all = bytes();
      return decoder.decode(all.subarray(at, length === undefined ? all.indexOf(0, at) : at + length));
    },
  };
}
