import type { NativeWork, Parts } from "#pillars/trace";
import { compressAway } from "./compressor/index.ts";

/** Bytes that are compressed here, in about 10 ms: a worker takes longer to come. */
const mostHere = 2 ** 20;

export const nativeWork: NativeWork = {
  async gzip(parts) {
    const source = iteratorOf(parts);
    const first: Uint8Array[] = [];
    for (let length = 0; length <= mostHere;) {
      const next = await source.next();
      if (next.done === true) return compressHere(first);
      first.push(next.value.slice());
      length += next.value.length;
    }
    return compressAway(resumed(first, source));
  },
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))),
};

type PartSource = Iterator<Uint8Array> | AsyncIterator<Uint8Array>;

function iteratorOf(parts: Parts): PartSource {
  return Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
}

async function* resumed(first: readonly Uint8Array[], source: PartSource): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

async function compressHere(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const packed = new Blob(parts.map((part) => new Uint8Array(part)))
    .stream()
    .pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
