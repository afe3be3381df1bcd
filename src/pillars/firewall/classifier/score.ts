import type { Span } from "../views/view.ts";
import { createBuckets } from "./buckets.ts";
import { featuresOf } from "./features.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Curve, Head } from "./model.ts";

/** The raw score of a stretch of a text, given the signs that the rules saw. */
export type Scorer = (stretch: Span, signs: readonly number[]) => number;

/** Reads a text once, so that any stretch of it can be scored at the cost of that stretch. */
export function createScorer(text: string, lexicon: Lexicon, head: Head): Scorer {
  const eachBucket = createBuckets(featuresOf(text, lexicon, head), head);
  const { weights, step, bias } = head;
  return (stretch, signs) => {
    let sum = 0;
    let count = 0;
    eachBucket(stretch, signs, (bucket) => {
      sum += weights[bucket] ?? 0;
      count += 1;
    });
    return (sum * step) / Math.sqrt(Math.max(1, count)) + bias;
  };
}

/** A raw score as people see it, given how many windows it is the highest of. */
export function calibrate(raw: number, windows: number, { curves }: Pick<Head, "curves">): number {
  const fitting = curves.find((each) => windows <= each.windows) ?? curves.at(-1);
  return fitting === undefined ? 1 : along(fitting.curve, raw);
}

/** The height of a curve at a place. */
export function along(curve: Curve, at: number): number {
  let [left, height] = curve[0] ?? [0, 0];
  if (at <= left) return height;
  for (const [right, next] of curve) {
    if (at <= right) return right === left ? next : height + ((next - height) * (at - left)) / (right - left);
    [left, height] = [right, next];
  }
  return height;
}
