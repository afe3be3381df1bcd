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
  /** A view of now: growing leaves older ones empty. */
  view(): DataView;
  /** Text of `bytes` at `at`, or up to its NUL; what is no UTF-8 becomes U+FFFD. */
  readText(at: number, bytes?: number): string;
}

export function createMemory(maximumBytes: number): SqliteMemory {
  const maximum = Math.floor(maximumBytes / wasmPage);
  const wasm = new WebAssembly.Memory({ initial: initialPages, maximum });

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
    readText(at, bytes) {
      const all = new Uint8Array(wasm.buffer);
      return decoder.decode(all.subarray(at, bytes === undefined ? all.indexOf(0, at) : at + bytes));
    },
  };
}
