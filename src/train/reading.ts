import {
  createBuckets,
  createViews,
  featuresOf,
  findEvidence,
  signsOf,
  windowsOf,
  type FeatureSpace,
  type Lexicon,
} from "#pillars/firewall/learning";
import type { Example } from "./example.ts";

/** An example as a head reads it. */
export interface Reading {
  readonly example: Example;
  readonly windows: readonly Uint32Array[];
}

/** Very long texts teach little more than their beginning does. */
const mostWindows = 40;

export function readExample(example: Example, lexicon: Lexicon, space: FeatureSpace, window: number): Reading {
  const { plain } = createViews(example.text);
  const signs = signsOf(findEvidence(plain, example.channel === "data"));
  const eachBucket = createBuckets(featuresOf(plain.text, lexicon, space), space);
  const windows = windowsOf(plain.text, window)
    .slice(0, mostWindows)
    .map((stretch) => {
      const buckets: number[] = [];
      eachBucket(stretch, signs, (bucket) => buckets.push(bucket));
      return Uint32Array.from(buckets);
    });
  return { example, windows };
}
