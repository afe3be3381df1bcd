import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { createGzip, type Gzip } from "node:zlib";
import type { NativeWork, Parts } from "#pillars/trace";

const packedPart = 1024 * 1024;
/** The largest table: less looking for the same level and a little smaller. */
const memLevel = 9;

/** Compresses in another thread while this one makes the next part. */
export const nativeWork: NativeWork = {
  async gzip(parts) {
    const packing = createGzip({ chunkSize: packedPart, memLevel });
    const [packed] = await Promise.all([buffer(packing), writeAll(packing, parts)]);
    return new Uint8Array(packed.buffer, packed.byteOffset, packed.length);
  },
  sha256: async (bytes) => createHash("sha256").update(bytes).digest(),
};

async function writeAll(packing: Gzip, parts: Parts): Promise<void> {
  let written = Promise.resolve();
  for await (const part of parts) {
    await written;
    written = new Promise((resolve, reject) => packing.write(part, (fault) => (fault ? reject(fault) : resolve())));
  }
  await written;
  packing.end();
}
