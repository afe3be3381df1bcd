import type { Span } from "../views/view.ts";
import { firstSign } from "./features.ts";
import type { Features, FeatureSpace } from "./features.ts";

/** Calls back with each bucket of a stretch once, the rules' signs included. */
export type EachBucket = (stretch: Span, signs: readonly number[], visit: (bucket: number) => void) => void;

/** A window has some hundreds of features; a larger stretch makes the table grow. */
const firstCapacity = 4096;
/**
 * An open table of pairs: a bucket, and the mark under which it counts, so that the table need not be emptied. It fits into
 * the nearest cache, which is worth more than to read windows that overlap only once.
 */
let table = new Uint32Array(2 * firstCapacity);
let mark = 0;
let once = new Uint32Array(firstCapacity);

/** Walks the buckets of stretches of one text. Its cost is that of the features in the stretch. */
export function createBuckets(features: Features, space: FeatureSpace): EachBucket {
  return (stretch, signs, visit) => {
    for (const bucket of distinctBuckets(features, stretch)) visit(bucket);
    for (const sign of signs) visit(firstSign(space) + sign);
  };
}

/** The buckets of a stretch, each once, without the signs. The list holds until the next one is asked for. */
export function distinctBuckets({ count, buckets, starts, ends }: Features, { start, end }: Span): Uint32Array {
  const first = firstEndingAfter(ends, count, start);
  const last = firstEndingAfter(ends, count, end);
  prepare(last - first);
  const [pairs, found, current] = [table, once, mark];
  const mask = pairs.length - 2;
  let size = 0;
  for (let at = first; at < last; at += 1) {
    if ((starts[at] ?? 0) < start) continue;
    const bucket = buckets[at] ?? 0;
    let place = (Math.imul(bucket, 0x9e3779b1) >>> 7) & mask;
    while (pairs[place + 1] === current && pairs[place] !== bucket) place = (place + 2) & mask;
    if (pairs[place + 1] === current) continue;
    pairs[place] = bucket;
    pairs[place + 1] = current;
    found[size] = bucket;
    size += 1;
  }
  return found.subarray(0, size);
}

/** Room for so many buckets, under a new mark. */
function prepare(most: number): void {
  if (mark === 0xffffffff || once.length < 2 * most) {
    let size = once.length;
    while (size < 2 * most) size *= 2;
    table = new Uint32Array(2 * size);
    once = new Uint32Array(size);
    mark = 0;
  }
  mark += 1;
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
