import { equalBytes, fromUtf8, utf8 } from "../bytes.ts";
import { TraceError } from "../trace-error.ts";
import { crc32 } from "./crc32.ts";

/** Bytes of one member and of the whole file. */
const largestMember = 2 ** 30;
export const largestFile = 2 ** 30;
export const mostMembers = 256;

export const localMark = 0x04034b50;
const centralMark = 0x02014b50;
const endMark = 0x06054b50;
export const localLength = 30;
const centralLength = 46;
const endLength = 22;
// 1 January 1980, 00:00: a bundle carries its times inside, where they are signed.
const noDate = 0x0021;
const version = 20;
const utf8Names = 0x0800;

/**
 * Writes a ZIP of stored members in the one form this project accepts: names sorted, no dates, extra fields, comments or
 * compression. Every byte follows from names and contents, so that a reader can rebuild the file and compare.
 */
export function writeZip(members: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, data]) => entryOf(name, data));
  const bodyLength = sum(entries, ({ name, size }) => localLength + name.length + size);
  const directory = directoryOf(entries);
  const bytes = new Uint8Array(bodyLength + directory.length);
  let at = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    bytes.set(header, at);
    bytes.set(entry.data, at + header.length);
    at += header.length + entry.data.length;
  }
  bytes.set(directory, bodyLength);
  return bytes;
}

/** What the container says of a member; its bytes follow from this. */
export interface ZipEntry {
  readonly name: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** The header before a member's data. */
export function localHeader(entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(localLength + entry.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, localMark, true);
  writeCommon(view, 4, entry);
  bytes.set(entry.name, localLength);
  return bytes;
}

/** All that follows the last member, for members that lie one behind the other in this order. */
export function directoryOf(entries: readonly ZipEntry[]): Uint8Array {
  const size = sum(entries, ({ name }) => centralLength + name.length);
  const bytes = new Uint8Array(size + endLength);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let offset = 0;
  for (const entry of entries) {
    view.setUint32(at, centralMark, true);
    view.setUint16(at + 4, version, true);
    writeCommon(view, at + 6, entry);
    view.setUint32(at + 42, offset, true);
    bytes.set(entry.name, at + centralLength);
    at += centralLength + entry.name.length;
    offset += localLength + entry.name.length + entry.size;
  }
  view.setUint32(at, endMark, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, offset, true);
  return bytes;
}

/** Reads what `writeZip` writes and nothing else: the file is rebuilt from its members and must come out byte for byte. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > largestFile) throw new TraceError("too-large", "bundle");
  const members = new Map<string, Uint8Array>();
  const lowerCase = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + localLength <= bytes.length && view.getUint32(at, true) === localMark) {
    const size = view.getUint32(at + 18, true);
    const start = at + localLength + view.getUint16(at + 26, true);
    if (size > largestMember || members.size === mostMembers) throw new TraceError("too-large", "bundle");
    if (start + size > bytes.length) throw new TraceError("bad-zip");
    const name = fromUtf8(bytes.subarray(at + localLength, start));
    if (!isMemberName(name) || lowerCase.has(name.toLowerCase())) throw new TraceError("bad-zip", "member name");
    lowerCase.add(name.toLowerCase());
    members.set(name, bytes.subarray(start, start + size));
    at = start + size;
  }
  if (!equalBytes(writeZip(members), bytes)) throw new TraceError("bad-zip");
  return members;
}

/** Relative, no dot segments, no characters that any file system reads in its own way. */
export function isMemberName(name: string): boolean {
  return name.length <= 128 && /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/.test(name);
}

interface Entry extends ZipEntry {
  readonly data: Uint8Array;
}

function entryOf(name: string, data: Uint8Array): Entry {
  if (!isMemberName(name)) throw new TraceError("bad-zip", name);
  if (data.length > largestMember) throw new TraceError("too-large", name);
  return { name: utf8(name), data, size: data.length, crc: crc32(data) };
}

// The 26 bytes that a local header and a central directory header have in common.
function writeCommon(view: DataView, at: number, { name, size, crc }: ZipEntry): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 2, utf8Names, true);
  view.setUint16(at + 8, noDate, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function sum<Item>(items: readonly Item[], lengthOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + lengthOf(item), 0);
}
