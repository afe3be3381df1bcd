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
function distinctBuckets({ count, buckets, starts, ends }: Features, { start, end }: Span): Uint32Array {
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

/** The features of a text, its buckets numbered in the order in which they first come. */
export interface Numbered extends Omit<Features, "buckets"> {
  /** For each feature the number of its bucket. */
  readonly numbers: Uint32Array;
  /** The buckets by number. */
  readonly buckets: Uint32Array;
}

/** Numbers the buckets of a text in their place: afterwards `features.buckets` holds the numbers. */
export function numberBuckets({ count, buckets, starts, ends }: Features, size: number): Numbered {
  prepare(Math.min(count, size));
  const [keys, seen, current, known] = [table, marks, mark, distinct];
  const mask = keys.length - 1;
  if (numbers.length < keys.length) numbers = new Uint32Array(keys.length);
  const numberAt = numbers;
  let next = 0;
  for (let at = 0; at < count; at += 1) {
    const bucket = buckets[at] ?? 0;
    let place = Math.imul(bucket, 0x9e3779b1) & mask;
    while (seen[place] === current && keys[place] !== bucket) place = (place + 1) & mask;
    if (seen[place] !== current) {
      seen[place] = current;
      keys[place] = bucket;
      known[next] = bucket;
      numberAt[place] = next++;
    }
    buckets[at] = numberAt[place] ?? 0;
  }
  return { count, numbers: buckets, buckets: known.slice(0, next), starts, ends };
}

let numbers = new Uint32Array(0);

/** How many different buckets a stretch has, and the sum of what they weigh. */
export function sumOf(
  { count, numbers: all, starts, ends, buckets }: Numbered,
  { start, end }: Span,
  weights: Int8Array,
): { readonly count: number; readonly sum: number } {
  const first = firstEndingAfter(ends, count, start);
  const last = firstEndingAfter(ends, count, end);
  prepare(buckets.length);
  const [seen, current] = [marks, mark];
  let size = 0;
  let sum = 0;
  for (let at = first; at < last; at += 1) {
    const number = all[at] ?? 0;
    if (seen[number] === current || (starts[at] ?? 0) < start) continue;
    seen[number] = current;
    size += 1;
    sum += weights[number] ?? 0;
  }
  return { count: size, sum };
}
