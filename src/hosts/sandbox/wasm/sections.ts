import { ByteReader, joined, sizeOf, u32Bytes, type Chunks } from "./bytes.ts";

/** Numbers of the sections, as the binary format gives them. */
export const sectionId = {
  types: 1,
  imports: 2,
  functions: 3,
  tables: 4,
  memories: 5,
  globals: 6,
  exports: 7,
  code: 10,
} as const;

export interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

/** "\0asm" and version 1. */
const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00] as const;

/** The sections of a module in their order. */
export function readSections(module: Uint8Array): Section[] {
  const reader = new ByteReader(module);
  if (preamble.some((byte) => reader.byte() !== byte)) throw new Error("This is no WebAssembly module.");
  const sections: Section[] = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    sections.push({ id, content: reader.take(reader.u32()) });
  }
  return sections;
}

export function writeSection(id: number, content: Chunks): Chunks {
  return [[id], u32Bytes(sizeOf(content)), ...content];
}

export function writeModule(sections: readonly Chunks[]): Uint8Array<ArrayBuffer> {
  return joined([preamble, ...sections.flat()]);
}

/** A list in the binary format: how many, then each. */
export function listBytes(items: readonly (readonly number[])[]): number[] {
  return [...u32Bytes(items.length), ...items.flat()];
}
