import {
  createBuckets,
  createViews,
  featuresOf,
  findEvidence,
  signsOf,
  unitsOf,
  windowsOf,
  type Lexicon,
} from "#pillars/firewall/learning";
import type { Example } from "./example.ts";
import type { HeadPlan } from "./head.ts";

/** An example as a head reads it. */
export interface Reading {
  readonly example: Example;
  readonly windows: readonly Uint32Array[];
}

/** Very long texts teach little more than their beginning does. */
const mostWindows = 40;

export function readExample(example: Example, lexicon: Lexicon, plan: HeadPlan): Reading {
  const { plain } = createViews(example.text);
  const signs = plan.signs === 0 ? [] : signsOf(findEvidence(plain, example.channel === "data"));
  const eachBucket = createBuckets(featuresOf(plain.text, lexicon, plan), plan);
  const stretches = plan.reads === "sentences" ? unitsOf(plain.text) : windowsOf(plain.text, plan.window);
  const windows = stretches.slice(0, mostWindows).map((stretch) => {
    const buckets: number[] = [];
    eachBucket(stretch, signs, (bucket) => buckets.push(bucket));
    return Uint32Array.from(buckets);
  });
  return { example, windows };
}
