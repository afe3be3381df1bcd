import { open } from "node:fs/promises";
import type { ByteSource } from "#pillars/trace";
import { CliError } from "./cli-error.ts";

/** Works on a file that is read in pieces, so that it may be larger than memory. Throws CliError when it cannot be opened. */
export async function withFileSource<Value>(
  file: string,
  work: (source: ByteSource) => Promise<Value>,
): Promise<Value> {
  const handle = await open(file).catch(() => {
    throw new CliError("file", `${file} cannot be read.`);
  });
  try {
    const info = await handle.stat();
    if (!info.isFile()) throw new CliError("file", `${file} cannot be read.`);
    const read = async (from: number, to: number) => {
      const bytes = new Uint8Array(Math.max(0, to - from));
      let at = 0;
      while (at < bytes.length) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, from + at);
        if (bytesRead === 0) throw new CliError("file", `${file} became shorter while it was read.`);
        at += bytesRead;
      }
      return bytes;
    };
    return await work({ size: info.size, read });
  } finally {
    await handle.close();
  }
}
