/** Bytes that are read in pieces, from memory or from a file that is larger than memory. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `from` to before `to`, all of them; rejects when they cannot be read. */
  read(from: number, to: number): Promise<Uint8Array>;
}

export function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

export function partOf(source: ByteSource, start: number, size: number): ByteSource {
  return { size, read: (from, to) => source.read(start + from, start + Math.min(to, size)) };
}

const slice = 2 ** 20;

/** The whole source, a slice at a time. */
export async function* slicesOf(source: ByteSource, length = slice): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += length) yield source.read(at, Math.min(source.size, at + length));
}
