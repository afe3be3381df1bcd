import { seededRandom, shuffle } from "./random.ts";

/** A text as its windows' buckets. Of an attack only the most suspicious window needs to be one. */
export interface Document {
  readonly windows: readonly Uint32Array[];
  readonly isPositive: boolean;
  /** What a mistake on it costs, in relation to others. */
  readonly weight: number;
}

export interface Fit {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface FitOptions {
  /** How many buckets there are. */
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every touched weight towards 0. */
  readonly decay: number;
  /** Share of a window's features left out at each step, so that no single word has to carry a verdict. */
  readonly dropout: number;
  readonly seed: number;
  /** From this epoch on, counted from 0, the weights are averaged: the last few texts then decide nothing. */
  readonly averageFrom: number;
  /** What a text of unknown words scores. Given, not learned: what is unknown must not look like an attack. */
  readonly bias: number;
}

/** Benign windows read of one document in an epoch; the rest waits for the next. */
const mostBenignWindows = 4;

/**
 * Logistic regression by stochastic gradient descent with AdaGrad steps (Duchi, Hazan, Singer 2011). A window's features share
 * its length of 1, so that long and short windows score alike. Deterministic for a seed.
 */
export function fitLogistic(documents: readonly Document[], options: FitOptions): Fit {
  const random = seededRandom(options.seed);
  const learner = createLearner(options, tellingOf(documents, options.size), random);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const { windows, isPositive, weight } of shuffle(documents, random)) {
      if (isPositive) learner.learn(mostSuspicious(windows, learner.score), 1, weight);
      else {
        const read =
          windows.length > mostBenignWindows ? shuffle(windows, random).slice(0, mostBenignWindows) : windows;
        for (const features of read) learner.learn(features, 0, weight / read.length);
      }
    }
    if (epoch >= options.averageFrom) learner.keep();
  }
  return learner.fit();
}

export function rawScore(features: Uint32Array, { weights, bias }: Fit): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket] ?? 0;
  return sum / Math.sqrt(Math.max(1, features.length)) + bias;
}

export function highestScore(windows: readonly Uint32Array[], fit: Fit): number {
  return Math.max(...windows.map((features) => rawScore(features, fit)));
}

/**
 * How telling each bucket is: the log of how much more often texts of one kind have it than the other's, drawn to 0 where few
 * have it at all. A weight moves in proportion, so that what both kinds say alike stays silent however few the examples are
 * (Wang and Manning 2012).
 */
function tellingOf(documents: readonly Document[], size: number): Float32Array {
  const counts = { true: new Float32Array(size), false: new Float32Array(size) };
  const totals = { true: 0, false: 0 };
  /** The last document that had a bucket, so that each counts once. */
  const lastIn = new Uint32Array(size);
  for (const [at, { windows, isPositive }] of documents.entries()) {
    totals[`${isPositive}`] += 1;
    const of = counts[`${isPositive}`];
    for (const window of windows)
      for (const bucket of window) {
        if (lastIn[bucket] === at + 1) continue;
        lastIn[bucket] = at + 1;
        of[bucket] = (of[bucket] ?? 0) + 1;
      }
  }
  return Float32Array.from({ length: size }, (_, bucket) => {
    const positive = counts.true[bucket] ?? 0;
    const negative = counts.false[bucket] ?? 0;
    const seen = positive + negative;
    const odds = Math.log((positive + 1) / (totals.true + 2)) - Math.log((negative + 1) / (totals.false + 2));
    return (Math.abs(odds) * seen) / (seen + few);
  });
}

/** Texts with a bucket from which on half of what it tells is believed. */
const few = 2;

function createLearner({ size, rate, decay, dropout, bias }: FitOptions, telling: Float32Array, random: () => number) {
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-8);
  const sums = new Float32Array(size);
  let kept = 0;
  return {
    score: (features: Uint32Array) => rawScore(features, { weights, bias }),
    keep(): void {
      kept += 1;
      for (const [bucket, weight] of weights.entries()) sums[bucket] = (sums[bucket] ?? 0) + weight;
    },
    fit: (): Fit => ({ weights: kept === 0 ? weights : sums.map((sum) => sum / kept), bias }),
    learn(all: Uint32Array, target: number, cost: number): void {
      const features = dropout > 0 ? all.filter(() => random() >= dropout) : all;
      const gradient = (sigmoid(rawScore(features, { weights, bias })) - target) * cost;
      if (Math.abs(gradient) < 1e-7) return;
      const length = 1 / Math.sqrt(Math.max(1, features.length));
      for (const bucket of features) {
        const weight = weights[bucket] ?? 0;
        const step = gradient * length + decay * weight;
        const square = (squares[bucket] ?? 0) + step * step;
        squares[bucket] = square;
        weights[bucket] = weight - ((telling[bucket] ?? 0) * rate * step) / Math.sqrt(square);
      }
    },
  };
}

function mostSuspicious(windows: readonly Uint32Array[], score: (features: Uint32Array) => number): Uint32Array {
  let best = windows[0] ?? new Uint32Array();
  let highest = -Infinity;
  for (const features of windows.length > 1 ? windows : []) {
    const raw = score(features);
    if (raw > highest) [best, highest] = [features, raw];
  }
  return best;
}

function sigmoid(raw: number): number {
  return 1 / (1 + Math.exp(-raw));
}
