import type { Span } from "../views/view.ts";
import { firstSign } from "./features.ts";
import type { Features, FeatureSpace } from "./features.ts";

/** Calls back with each bucket of a stretch once, the rules' signs included. */
export type EachBucket = (stretch: Span, signs: readonly number[], visit: (bucket: number) => void) => void;

/** A window has some hundreds of features; a larger stretch makes the table grow. */
const firstCapacity = 2048;

/** Walks the buckets of stretches of one text. Its cost is that of the features in the stretch. */
export function createBuckets({ count, buckets, starts, ends }: Features, space: FeatureSpace): EachBucket {
  let table = new Uint32Array(firstCapacity);
  let marks = new Uint32Array(firstCapacity);
  let mark = 0;
  /** Whether the bucket is new to this walk: an open table whose entries count only under the current mark. */
  const isNew = (bucket: number): boolean => {
    const mask = table.length - 1;
    let at = Math.imul(bucket, 0x9e3779b1) & mask;
    for (; marks[at] === mark; at = (at + 1) & mask) if (table[at] === bucket) return false;
    marks[at] = mark;
    table[at] = bucket;
    return true;
  };
  return ({ start, end }, signs, visit) => {
    const first = firstEndingAfter(ends, count, start);
    const last = firstEndingAfter(ends, count, end);
    while (table.length < 2 * (last - first)) {
      table = new Uint32Array(table.length * 2);
      marks = new Uint32Array(table.length);
      mark = 0;
    }
    mark += 1;
    for (let at = first; at < last; at += 1) {
      const bucket = buckets[at] ?? 0;
      if ((starts[at] ?? 0) >= start && isNew(bucket)) visit(bucket);
    }
    for (const sign of signs) visit(firstSign(space) + sign);
  };
}

function firstEndingAfter(ends: Uint32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
