import type { Span } from "../views/view.ts";
import { firstSign } from "./features.ts";
import type { Features, FeatureSpace } from "./features.ts";

/** Calls back with each bucket of a stretch once, the rules' signs included. */
export type EachBucket = (stretch: Span, signs: readonly number[], visit: (bucket: number) => void) => void;

/** The buckets of a stretch of one text, each once. They hold until the next stretch. */
export interface Distinct {
  /** Fills `buckets`, up to the number returned. */
  readonly of: (stretch: Span) => number;
  readonly buckets: Uint32Array;
}

/**
 * An open table of the places where buckets were met last, as sums with `floor`; what lies at or below the floor is of
 * texts before, so that the table need not be emptied.
 */
let met = new Uint32Array(4096);
let floor = 0;
/** For each feature, the one before it with the same bucket, plus one. */
let earlier = new Uint32Array(2048);
let once = new Uint32Array(2048);

/** Walks the buckets of stretches of one text. Its cost is that of the features in the stretch. */
export function createBuckets(features: Features, space: FeatureSpace): EachBucket {
  const distinct = distinctIn(features);
  return (stretch, signs, visit) => {
    for (const bucket of distinct.buckets.subarray(0, distinct.of(stretch))) visit(bucket);
    for (const sign of signs) visit(firstSign(space) + sign);
  };
}

/** Holds until the features of another text are read. */
export function distinctIn(features: Features): Distinct {
  chain(features);
  const [{ count, buckets, starts, ends }, before, found] = [features, earlier, once];
  return {
    buckets: found,
    of({ start, end }) {
      const first = firstEndingAfter(ends, count, start);
      const last = firstEndingAfter(ends, count, end);
      let size = 0;
      for (let at = first; at < last; at += 1) {
        if ((starts[at] ?? 0) < start) continue;
        let other = before[at] ?? 0;
        // One that reaches in from before the stretch does not count.
        while (other > first && (starts[other - 1] ?? 0) < start) other = before[other - 1] ?? 0;
        if (other > first) continue;
        found[size] = buckets[at] ?? 0;
        size += 1;
      }
      return size;
    },
  };
}

/** Links each feature with the one before it that has the same bucket. */
function chain({ count, buckets }: Features): void {
  prepare(count, buckets.length);
  const [last, before, least] = [met, earlier, floor];
  const mask = last.length - 1;
  for (let at = 0; at < count; at += 1) {
    const bucket = buckets[at] ?? 0;
    let place = Math.imul(bucket, 0x9e3779b1) & mask;
    let other = last[place] ?? 0;
    while (other > least && buckets[other - least - 1] !== bucket) {
      place = (place + 1) & mask;
      other = last[place] ?? 0;
    }
    before[at] = other > least ? other - least : 0;
    last[place] = least + at + 1;
  }
  floor = least + count;
}

/** Room for so many features. */
function prepare(count: number, columns: number): void {
  if (met.length < 2 * count || floor + count > 0xffffffff) {
    let size = met.length;
    while (size < 2 * count) size *= 2;
    met = new Uint32Array(size);
    floor = 0;
  }
  if (earlier.length >= count) return;
  earlier = new Uint32Array(columns);
  once = new Uint32Array(columns);
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
