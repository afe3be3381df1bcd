import {
  offensiveHead,
  signCount,
  spaceSize,
  topicHead,
  unitWords,
  type Curve,
  type FeatureSpace,
  type Head,
  type Topic,
} from "#pillars/firewall/learning";
import { isAttack, isOffensive, type Example } from "./example.ts";
import type { Fit } from "./logistic.ts";

/** How a head is trained. */
export interface HeadPlan extends FeatureSpace {
  readonly name: string;
  readonly window: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly dropout: number;
  readonly averageFrom: number;
  readonly bias: number;
  /** How much more a line of the project's own corpus counts: few lines, many kinds, and the harmless ones are look-alikes. */
  readonly ownWeight: { readonly attack: number; readonly benign: number };
  /** Whether a text can come to this head; what cannot has no say in what its scores mean. */
  readonly hears: (example: Example) => boolean;
  readonly isPositive: (example: Example) => boolean;
  /** Whether a whole text is read in windows, or each sentence alone. */
  readonly reads: "windows" | "sentences";
  /** Texts of up to so many windows have a curve together. */
  readonly lengths: readonly number[];
}

const endless = Number.MAX_SAFE_INTEGER;
const fitting = {
  epochs: 8,
  rate: 0.15,
  decay: 1e-6,
  dropout: 0.3,
  averageFrom: 8,
  bias: -2,
  ownWeight: { attack: 3, benign: 6 },
  hears: () => true,
};
const orders = {
  senseBits: 16,
  signs: signCount,
  window: 40,
  isPositive: isAttack,
  reads: "windows",
  lengths: [1, 3, 8, endless],
  ...fitting,
  averageFrom: 4,
  ownWeight: { attack: 6, benign: 6 },
} as const;

/** Orders in what a person writes. */
export const messagePlan: HeadPlan = {
  name: "message",
  wordBits: 18,
  pieceBits: 17,
  ...orders,
  hears: ({ channel }) => channel === "message",
};
/** Orders in documents and tool results, where more harmless texts look like them. */
export const dataPlan: HeadPlan = {
  name: "data",
  wordBits: 17,
  pieceBits: 17,
  ...orders,
  rate: 0.08,
  ownWeight: { attack: 3, benign: 12 },
};

/** What is said in a sentence, whoever it is said to. */
const contents = { signs: 0, window: unitWords, reads: "sentences", lengths: [endless], ...fitting } as const;

export const offensivePlan: HeadPlan = {
  name: offensiveHead,
  wordBits: 16,
  pieceBits: 16,
  senseBits: 14,
  isPositive: isOffensive,
  ...contents,
};

/** The plans of all topics read a text alike. */
export function topicPlan(topic: Topic): HeadPlan {
  const isPositive = ({ label }: Example): boolean => label === topic;
  return { name: topicHead(topic), wordBits: 14, pieceBits: 14, senseBits: 12, isPositive, ...contents };
}

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
