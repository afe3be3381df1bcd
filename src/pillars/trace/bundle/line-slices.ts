import { fromUtf8 } from "../bytes.ts";
import { TraceError } from "../trace-error.ts";
import { mostLines } from "./lines.ts";

const newline = 10;
/** Bytes of the longest line that is put together from slices; the largest value that a writer seals stays below it. */
const longest = 32 * 2 ** 20;

/** Whole lines, each with its newline, and one byte in front of the first that the reader may overwrite. */
export async function* lineSlices(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let carried: Uint8Array[] = [];
  let length = 0;
  let lines = 0;
  for await (const part of parts) {
    const end = part.lastIndexOf(newline) + 1;
    if (end > 0) {
      const slice = new Uint8Array(1 + length + end);
      fill(slice, [...carried, part.subarray(0, end)]);
      lines += countLines(slice);
      if (lines > mostLines) throw new TraceError("too-large", "lines");
      yield slice;
      carried = [];
      length = 0;
    }
    if (end < part.length) carried.push(part.subarray(end));
    length += part.length - end;
    if (length > longest) throw new TraceError("too-large", "line");
  }
  if (length > 0) throw new TraceError("bad-line", "no newline at the end");
}

/** The same as texts without their newlines. */
export async function* textSlices(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  for await (const slice of lineSlices(parts)) yield fromUtf8(slice.subarray(1, -1)).split("\n");
}

function countLines(slice: Uint8Array): number {
  let count = 0;
  let from = 1;
  for (let end = slice.indexOf(newline, from); end !== -1; end = slice.indexOf(newline, from)) {
    if (end - from > longest) throw new TraceError("too-large", "line");
    count++;
    from = end + 1;
  }
  return count;
}

function fill(target: Uint8Array, parts: readonly Uint8Array[]): void {
  let at = 1;
  for (const part of parts) {
    target.set(part, at);
    at += part.length;
  }
}
