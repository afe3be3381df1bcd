import { signCount, spaceSize, type Curve, type FeatureSpace, type Head } from "#pillars/firewall/learning";
import type { Fit } from "./logistic.ts";

/** How a head is trained. */
export interface HeadPlan extends FeatureSpace {
  readonly name: string;
  readonly window: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly dropout: number;
}

const common = { senseBits: 16, signs: signCount, window: 40, epochs: 8, rate: 0.15, decay: 1e-6, dropout: 0.3 };

/** Orders in what a person writes. */
export const messagePlan: HeadPlan = { name: "message", wordBits: 18, pieceBits: 17, ...common };
/** Orders in documents and tool results. */
export const dataPlan: HeadPlan = { name: "data", wordBits: 17, pieceBits: 17, ...common };

/** Weights as 8-bit steps; the largest sets the step. */
export function toHead(
  plan: HeadPlan,
  { weights, bias }: Fit,
  curves: readonly { windows: number; curve: Curve }[],
): Head {
  const { name, wordBits, pieceBits, senseBits, signs, window } = plan;
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127;
  const rounded = Int8Array.from({ length: spaceSize(plan) }, (_, at) => Math.round((weights[at] ?? 0) / step));
  return { name, wordBits, pieceBits, senseBits, signs, window, step, bias, curves, weights: rounded };
}
