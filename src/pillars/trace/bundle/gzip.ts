import { gzipSync, Inflate } from "fflate";
import { concat, equalBytes } from "../bytes.ts";
import { TraceError } from "../trace-error.ts";
import { crc32 } from "./crc32.ts";

// No name, no time, and always the same system byte, so that equal content gives equal bytes.
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
const trailerLength = 8;
const chunk = 64 * 1024;
const largestContent = 256 * 2 ** 20;

export function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 6, mtime: 0 });
}

/** Expands one gzip member, strictly, and stops as soon as more comes out than allowed: a small file can hide gigabytes. */
export function expand(bytes: Uint8Array, limit = largestContent): Uint8Array {
  const end = bytes.length - trailerLength;
  if (end < header.length || !equalBytes(bytes.subarray(0, header.length), header))
    throw new TraceError("bad-zip", "gzip");
  const content = inflate(bytes.subarray(header.length, end), limit);
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end, trailerLength);
  if (trailer.getUint32(0, true) !== crc32(content) || trailer.getUint32(4, true) !== content.length) {
    throw new TraceError("bad-zip", "gzip");
  }
  return content;
}

function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  stream(bytes, (part) => {
    length += part.length;
    if (length > limit) throw new TraceError("too-large", "expanded");
    parts.push(part);
  });
  if (endsBefore(bytes)) throw new TraceError("bad-zip", "gzip");
  return concat(...parts);
}

// The decoder does not say where its data ended. If they are complete without the last byte, that byte was added.
function endsBefore(bytes: Uint8Array): boolean {
  try {
    stream(bytes.subarray(0, -1), () => undefined);
    return true;
  } catch {
    return false;
  }
}

function stream(bytes: Uint8Array, onPart: (part: Uint8Array) => void): void {
  const decoder = new Inflate(onPart);
  try {
    for (let at = 0; at < Math.max(1, bytes.length); at += chunk) {
      decoder.push(bytes.subarray(at, at + chunk), at + chunk >= bytes.length);
    }
  } catch (cause) {
    throw cause instanceof TraceError ? cause : new TraceError("bad-zip", "gzip", { cause });
  }
}
