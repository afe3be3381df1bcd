import type { NativeWork } from "#pillars/trace";

/** Parts that are compressed in one go: about 10 ms of work, after which the page may draw. */
const partsInOneGo = 16;

export const nativeWork: NativeWork = {
  async gzip(parts) {
    const packing = new CompressionStream("gzip");
    const packed = new Response(packing.readable).arrayBuffer();
    await Promise.all([packed, writeAll(packing.writable, parts)]);
    return new Uint8Array(await packed);
  },
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))),
};

async function writeAll(target: WritableStream<BufferSource>, parts: Iterable<Uint8Array>): Promise<void> {
  const writer = target.getWriter();
  let count = 0;
  for (const part of parts) {
    await writer.write(new Uint8Array(part));
    count += 1;
    // The compressor works in this thread.
    if (count % partsInOneGo === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await writer.close();
}
