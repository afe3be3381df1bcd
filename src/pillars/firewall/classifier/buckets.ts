import type { Span } from "../views/view.ts";
import { firstSign } from "./features.ts";
import type { Features, FeatureSpace } from "./features.ts";

/** Calls back with each bucket of a stretch once, the rules' signs included. */
export type EachBucket = (stretch: Span, signs: readonly number[], visit: (bucket: number) => void) => void;

/** A window has some hundreds of features; a larger stretch makes the table grow. */
const firstCapacity = 2048;
/** An open table whose entries count only under the current mark, so that it need not be emptied. */
let table = new Uint32Array(firstCapacity);
let marks = new Uint32Array(firstCapacity);
let mark = 0;

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
  const [keys, seen, current] = [table, marks, mark];
  const mask = keys.length - 1;
  let size = 0;
  for (let at = first; at < last; at += 1) {
    if ((starts[at] ?? 0) < start) continue;
    const bucket = buckets[at] ?? 0;
    let place = Math.imul(bucket, 0x9e3779b1) & mask;
    while (seen[place] === current && keys[place] !== bucket) place = (place + 1) & mask;
    if (seen[place] === current) continue;
    seen[place] = current;
    keys[place] = bucket;
    distinct[size++] = bucket;
  }
  return distinct.subarray(0, size);
}

let distinct = new Uint32Array(firstCapacity);

/** Room for so many buckets, under a new mark. */
function prepare(most: number): void {
  if (mark === 0xffffffff || table.length < 2 * most) {
    let size = table.length;
    while (size < 2 * most) size *= 2;
    table = new Uint32Array(size);
    marks = new Uint32Array(size);
    distinct = new Uint32Array(size);
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
