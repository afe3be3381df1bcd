import type { Span } from "../views/view.ts";
import { distinctBuckets } from "./buckets.ts";
import { featuresOf, firstSign } from "./features.ts";
import type { FeatureSpace } from "./features.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Curve, Head } from "./model.ts";

/** The raw score that a head of the scorer's space gives a stretch of the text, with the signs that the rules saw in it. */
export type Scorer = (head: Head, stretch: Span, signs?: readonly number[]) => number;

/** Reads a text once, so that any stretch of it can be scored at the cost of that stretch. It holds until another is read. */
export function createScorer(text: string, lexicon: Lexicon, space: FeatureSpace): Scorer {
  const features = featuresOf(text, lexicon, space);
  return (head, stretch, signs = []) => {
    const { weights, step, bias } = head;
    const buckets = distinctBuckets(features, stretch);
    const count = buckets.length;
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += weights[buckets[at] ?? 0] ?? 0;
    const first = signs.length === 0 ? 0 : firstSign(head);
    for (const sign of signs) sum += weights[first + sign] ?? 0;
    return (sum * step) / Math.sqrt(Math.max(1, count + signs.length)) + bias;
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
