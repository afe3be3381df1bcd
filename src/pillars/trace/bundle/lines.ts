import { fromUtf8, utf8 } from "../bytes.ts";
import { TraceError } from "../trace-error.ts";
import { compress, expand } from "./gzip.ts";

const newline = 10;
export const mostLines = 2_000_000;

/** Lines, each ended by one newline. */
export function writeLines(lines: readonly string[]): Uint8Array {
  return utf8(lines.map((line) => `${line}\n`).join(""));
}

/** Characters of lines that are made into bytes at a time: enough to be worth a call, and few enough to stay near the processor. */
const partLength = 48 * 1024;

/** The same bytes in parts, each made when it is asked for. */
export function* lineParts(lines: Iterable<string>): Generator<Uint8Array> {
  let text = "";
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < partLength) continue;
    yield utf8(text);
    text = "";
  }
  if (text !== "") yield utf8(text);
}

export function readLines(bytes: Uint8Array): string[] {
  let count = 0;
  for (const byte of bytes) if (byte === newline) count++;
  // Millions of empty lines fit into a small compressed member, but not into memory once they are strings.
  if (count > mostLines) throw new TraceError("too-large", "lines");
  const text = fromUtf8(bytes);
  if (text === "") return [];
  if (!text.endsWith("\n")) throw new TraceError("bad-line", "no newline at the end");
  return text.slice(0, -1).split("\n");
}

export function packLines(lines: readonly string[]): Uint8Array {
  return compress(writeLines(lines));
}

export function unpackLines(bytes: Uint8Array): string[] {
  return readLines(expand(bytes));
}

/** Checkpoint notes one after the other. A checkpoint's text has no empty line, so the notes can be told apart again. */
export function joinNotes(notes: readonly string[]): string {
  return notes.join("\n");
}

export function splitNotes(text: string): string[] {
  if (text === "") return [];
  const blocks = text.endsWith("\n") ? text.slice(0, -1).split("\n\n") : [];
  const notes = blocks.flatMap((block, at) => (at % 2 === 0 ? [`${block}\n\n${blocks[at + 1] ?? ""}\n`] : []));
  if (notes.length === 0 || joinNotes(notes) !== text) throw new TraceError("bad-note", "checkpoints");
  return notes;
}
