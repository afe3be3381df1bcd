import { equalBytes, fromUtf8, sha256, toHex } from "../bytes.ts";
import { TraceError } from "../trace-error.ts";
import { crc32 } from "./crc32.ts";
import { partOf, slicesOf, type ByteSource } from "./source.ts";
import {
  directoryOf,
  isMemberName,
  largestFile,
  localHeader,
  localLength,
  localMark,
  mostMembers,
  type ZipEntry,
} from "./zip.ts";

/** A member of a strict ZIP, where it lies. */
export interface ZipMember {
  readonly data: ByteSource;
  /** SHA-256 in lower case hex. */
  readonly digest: string;
}

/**
 * The members of a ZIP that is exactly what `writeZip` makes of them, without ever holding more of it than a slice: each header is made
 * anew from what was read and compared, and so is all that follows the last member. TraceError for any other file.
 */
export async function openZip(source: ByteSource, pause?: () => Promise<void>): Promise<Map<string, ZipMember>> {
  if (source.size > largestFile) throw new TraceError("too-large", "bundle");
  const members = new Map<string, ZipMember>();
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = 0;
  let last = "";
  for (let header = await headerAt(source, at); header !== undefined; header = await headerAt(source, at)) {
    const name = fromUtf8(header.name);
    const start = at + localLength + header.name.length;
    if (members.size === mostMembers) throw new TraceError("too-large", "bundle");
    if (start + header.size > source.size) throw new TraceError("bad-zip");
    if (!isMemberName(name) || seen.has(name.toLowerCase()) || name <= last)
      throw new TraceError("bad-zip", "member name");
    seen.add(name.toLowerCase());
    const data = partOf(source, start, header.size);
    const { crc, digest } = await sumsOf(data, pause);
    const entry = { name: header.name, size: header.size, crc };
    if (!equalBytes(await source.read(at, start), localHeader(entry))) throw new TraceError("bad-zip");
    members.set(name, { data, digest });
    entries.push(entry);
    at = start + header.size;
    last = name;
  }
  const rest = directoryOf(entries);
  if (source.size - at !== rest.length || !equalBytes(await source.read(at, source.size), rest))
    throw new TraceError("bad-zip");
  return members;
}

async function headerAt(source: ByteSource, at: number): Promise<{ name: Uint8Array; size: number } | undefined> {
  if (at + localLength > source.size) return undefined;
  const bytes = await source.read(at, at + localLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== localMark) return undefined;
  const end = at + localLength + view.getUint16(26, true);
  if (end > source.size) throw new TraceError("bad-zip");
  return { name: (await source.read(at + localLength, end)).slice(), size: view.getUint32(18, true) };
}

async function sumsOf(data: ByteSource, pause?: () => Promise<void>): Promise<{ crc: number; digest: string }> {
  const hash = sha256.create();
  let crc = 0;
  for await (const part of slicesOf(data)) {
    crc = crc32(part, crc);
    hash.update(part);
    await pause?.();
  }
  return { crc, digest: toHex(hash.digest()) };
}
