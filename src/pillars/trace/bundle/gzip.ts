import { gzipSync, Inflate } from "fflate";
import { concat, equalBytes } from "../bytes.ts";
import { TraceError } from "../trace-error.ts";
import { crc32 } from "./crc32.ts";
import type { ByteSource } from "./source.ts";

// No name, no time, and always the same system byte, so that equal content gives equal bytes.
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
/** Of a header with neither name nor comment, which is as long as ours. */
const plainMark = header.subarray(0, 4);
const trailerLength = 8;
const chunk = 64 * 1024;
const largestContent = 256 * 2 ** 20;
/** Of a member that is read in slices and never held. */
const largestStream = 2 ** 31;

export function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 6, mtime: 0 });
}

/** Bytes in parts that are made or read when they are asked for. Each is good until the second one after it is asked for. */
export type Parts = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Compresses parts to one gzip member of level 6 (RFC 1952). Asks for a part when it has room for it, so that only a few are in
 * memory.
 */
export type Gzip = (parts: Parts) => Promise<Uint8Array>;

/** The same with the host's own compressor, which is several times as fast, works beside this thread and counts the sum itself. */
export async function compressParts(parts: Parts, gzip: Gzip | undefined): Promise<Uint8Array> {
  if (gzip === undefined) return compress(await wholeOf(parts));
  const packed = await gzip(parts);
  const isPlain = equalBytes(packed.subarray(0, plainMark.length), plainMark);
  if (!isPlain || packed.length < header.length + trailerLength) throw new TraceError("bad-zip", "gzip");
  // Platforms name themselves in it.
  packed.set(header);
  return packed;
}

async function wholeOf(parts: Parts): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part.slice());
  return concat(...all);
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

/**
 * Expands one gzip member slice by slice, as strictly as `expand`; what comes out before the end is not yet proved to be whole.
 * `isKnown` leaves the sums and the end unchecked, for whoever reads the same member again.
 */
export async function* expandSlices(member: ByteSource, isKnown = false): AsyncGenerator<Uint8Array> {
  const end = member.size - trailerLength;
  if (end < header.length || !equalBytes(await member.read(0, header.length), header))
    throw new TraceError("bad-zip", "gzip");
  const parts: Uint8Array[] = [];
  const decoder = new Inflate((part) => parts.push(part));
  const shorter = isKnown ? undefined : new Inflate(() => undefined);
  let length = 0;
  let crc = 0;
  let at = header.length;
  do {
    const part = await member.read(at, Math.min(end, at + chunk));
    at += chunk;
    push(decoder, part, at >= end);
    if (shorter && at < end) push(shorter, part, false);
    if (shorter && at >= end && isComplete(shorter, part.subarray(0, -1))) throw new TraceError("bad-zip", "gzip");
    for (const content of parts.splice(0)) {
      length += content.length;
      if (length > largestStream) throw new TraceError("too-large", "expanded");
      if (!isKnown) crc = crc32(content, crc);
      yield content;
    }
  } while (at < end);
  if (isKnown) return;
  const trailer = await member.read(end, member.size);
  const view = new DataView(trailer.buffer, trailer.byteOffset, trailerLength);
  if (view.getUint32(0, true) !== crc || view.getUint32(4, true) !== length) throw new TraceError("bad-zip", "gzip");
}

function push(decoder: Inflate, part: Uint8Array, isLast: boolean): void {
  try {
    decoder.push(part, isLast);
  } catch (cause) {
    throw new TraceError("bad-zip", "gzip", { cause });
  }
}

function isComplete(decoder: Inflate, part: Uint8Array): boolean {
  try {
    decoder.push(part, true);
    return true;
  } catch {
    return false;
  }
}
