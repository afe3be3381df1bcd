import { fromUtf8, utf8, writeUtf8 } from "../bytes.ts";
import { TraceError } from "../trace-error.ts";
import { compress, expand } from "./gzip.ts";

const newline = 10;
export const mostLines = 2_000_000;

/** Lines, each ended by one newline. */
export function writeLines(lines: readonly string[]): Uint8Array {
  return utf8(lines.map((line) => `${line}\n`).join(""));
}

/** Bytes of lines that are handed on at a time: threads that wait for each other at every small part wait for everything else as well. */
const partLength = 1024 * 1024;
/** Characters that are made into bytes at a time: a long text is copied once more than a short one. */
const textLength = 8 * 1024;
/** A character of a string, which may be half of one beyond them, is no more than this in UTF-8. */
const mostBytes = 3;

/**
 * Makes lines into the same bytes in parts, each when it is asked for. A part is good until the second one after it is asked for: two take
 * turns in the same memory, as new memory for each would have the collector go through everything time and again.
 */
export function createLineParts(): (lines: Iterable<string>) => Generator<Uint8Array> {
  let part = new Uint8Array(partLength);
  let other = new Uint8Array(partLength);
  return function* lineParts(lines) {
    let length = 0;
    for (const text of lineTexts(lines)) {
      const room = text.length * mostBytes;
      if (room > part.length - length) {
        if (length > 0) {
          yield part.subarray(0, length);
          [part, other, length] = [other, part, 0];
        }
        if (room > part.length) part = new Uint8Array(room);
      }
      length += writeUtf8(text, part.subarray(length));
    }
    if (length === 0) return;
    yield part.subarray(0, length);
    [part, other] = [other, part];
  };
}

function* lineTexts(lines: Iterable<string>): Generator<string> {
  let text = "";
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < textLength) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
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
