import type { NativeWork, Parts } from "#pillars/trace";

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

/** Where the browser has it, whoever steps aside comes next again; a timer may have to wait behind everything else. */
function letDraw(): Promise<void> {
  if ("scheduler" in globalThis && "yield" in scheduler) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function writeAll(target: WritableStream<BufferSource>, parts: Parts): Promise<void> {
  const writer = target.getWriter();
  let count = 0;
  for await (const part of parts) {
    await writer.write(new Uint8Array(part));
    count += 1;
    // The compressor works in this thread.
    if (count % partsInOneGo === 0) await letDraw();
  }
  await writer.close();
}
