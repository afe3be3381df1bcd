import type { Span } from "../views/view.ts";
import { numberBuckets, sumOf } from "./buckets.ts";
import type { Numbered } from "./buckets.ts";
import { featuresOf, firstSign, spaceSize } from "./features.ts";
import type { FeatureSpace } from "./features.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Curve, Head } from "./model.ts";

/** The raw score that a head of the scorer's space gives a stretch of the text, with the signs that the rules saw in it. */
export type Scorer = (head: Head, stretch: Span, signs?: readonly number[]) => number;

/** Reads a text once, so that any stretch of it can be scored at the cost of that stretch. It holds until another is read. */
export function createScorer(text: string, lexicon: Lexicon, space: FeatureSpace): Scorer {
  const numbered = numberBuckets(featuresOf(text, lexicon, space), spaceSize(space));
  const weightsOf = new Map<Head, Int8Array>();
  return (head, stretch, signs = []) => {
    let weights = weightsOf.get(head);
    if (weights === undefined) weightsOf.set(head, (weights = weightsIn(numbered, head)));
    const { count, sum } = sumOf(numbered, stretch, weights);
    let all = sum;
    for (const sign of signs) all += head.weights[firstSign(head) + sign] ?? 0;
    return (all * head.step) / Math.sqrt(Math.max(1, count + signs.length)) + head.bias;
  };
}

/** The weights that a head gives the buckets of a text, by number: together, where those of all buckets lie far apart. */
function weightsIn({ buckets }: Numbered, head: Head): Int8Array {
  const weights = new Int8Array(buckets.length);
  for (let at = 0; at < buckets.length; at += 1) weights[at] = head.weights[buckets[at] ?? 0] ?? 0;
  return weights;
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
