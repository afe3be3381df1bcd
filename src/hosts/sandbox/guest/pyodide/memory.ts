const wasmPage = 64 * 1024;

/** The interpreter's memory, for what reads and writes it by address. Views are made anew when it has grown. */
export interface PythonMemory {
  readonly wasm: WebAssembly.Memory;
  readonly maximumBytes: number;
  bytes(): Uint8Array<ArrayBuffer>;
  view(): DataView;
  /** Text up to its NUL, as UTF-8. */
  textAt(address: number): string;
  /** Writes text with a NUL behind it; the bytes that it took. */
  writeText(address: number, text: string): number;
  /** Grows by whole pages; whether it could. */
  growTo(bytes: number): boolean;
}

/** @param maximumBytes what `memory.grow` cannot go beyond, whatever runs inside. */
export function createMemory(initialPages: number, maximumBytes: number): PythonMemory {
  const maximum = Math.floor(maximumBytes / wasmPage);
  const wasm = new WebAssembly.Memory({ initial: initialPages, maximum });
  let bytes = new Uint8Array(wasm.buffer);
  let view = new DataView(wasm.buffer);

  function look(): void {
    if (bytes.buffer === wasm.buffer) return;
    bytes = new Uint8Array(wasm.buffer);
    view = new DataView(wasm.buffer);
  }

  const memory: PythonMemory = {
    wasm,
    maximumBytes: maximum * wasmPage,
    bytes() {
      look();
      return bytes;
    },
    view() {
      look();
      return view;
    },
    textAt(address) {
      const end = memory.bytes().indexOf(0, address);
      return new TextDecoder().decode(memory.bytes().subarray(address, end));
    },
    writeText(address, text) {
      const written = new TextEncoder().encode(`${text}\0`);
      memory.bytes().set(written, address);
      return written.length;
    },
    growTo(wanted) {
      const missing = wanted - wasm.buffer.byteLength;
      try {
        if (missing > 0) wasm.grow(Math.ceil(missing / wasmPage));
        return true;
      } catch {
        return false;
      }
    },
  };
  return memory;
}
