/** What a wall for the full library needs, as one block of bytes: a frame takes one, and a compiled module cannot be posted into it. */
export interface PyodideParcel {
  /** CPython's module, from `meterPyodide`. */
  readonly engine: Uint8Array<ArrayBuffer>;
  /** The standard library's zip file. */
  readonly library: Uint8Array<ArrayBuffer>;
}

const headBytes = 4;

export function packParcel({ engine, library }: PyodideParcel): ArrayBuffer {
  const packed = new Uint8Array(headBytes + engine.length + library.length);
  new DataView(packed.buffer).setUint32(0, engine.length, true);
  packed.set(engine, headBytes);
  packed.set(library, headBytes + engine.length);
  return packed.buffer;
}

export function unpackParcel(packed: ArrayBuffer): PyodideParcel {
  const length = new DataView(packed).getUint32(0, true);
  return {
    engine: new Uint8Array(packed, headBytes, length),
    library: new Uint8Array(packed, headBytes + length),
  };
}
