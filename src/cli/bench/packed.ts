import { gunzipSync } from "node:zlib";
import { CliError } from "../cli-error.ts";
import { readBytes } from "../read-file.ts";

/** The text of a file that may be packed with gzip. */
export async function readPacked(file: string): Promise<string> {
  const bytes = await readBytes(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new TextDecoder().decode(isPacked ? unpack(bytes, file) : bytes);
}

function unpack(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new CliError("file", `${file} is a damaged gzip file.`);
  }
}
