import { sources } from "#bench/firewall";
import { spaceSize, type Curve, type Lexicon } from "#pillars/firewall/learning";
import { calibrationCurve, type BenignScore } from "./calibrate.ts";
import { mayTrain } from "./datasets.ts";
import { isAttack, own, type Example } from "./example.ts";
import type { HeadPlan } from "./head.ts";
import { fitLogistic, highestScore, type Fit } from "./logistic.ts";
import { readExample, type Reading } from "./reading.ts";

export interface TrainedHead {
  /** Fit on everything that may be trained on: what ships. */
  readonly whole: Fit;
  /** Fit without each fold in turn: what honest figures are measured with. */
  readonly folds: readonly Fit[];
  readonly curves: readonly { readonly windows: number; readonly curve: Curve }[];
}

/** How much more a line of the project's own corpus counts: few lines, many kinds, and the harmless ones are look-alikes. */
const ownWeight = { attack: 3, benign: 6 };
const seed = 3;

export function trainHead(
  plan: HeadPlan,
  examples: readonly Example[],
  foldOf: (example: Example) => number,
  foldCount: number,
  lexicon: Lexicon,
): TrainedHead {
  const readings = examples.map((example) => readExample(example, lexicon, plan, plan.window));
  const trainable = readings.filter(({ example }) => mayTrain(example));
  const folds = Array.from({ length: foldCount }, (_, fold) =>
    fit(
      trainable.filter(({ example }) => foldOf(example) !== fold),
      plan,
    ),
  );
  const scores = readings.flatMap((reading): SortedScore[] => {
    const without = folds[foldOf(reading.example)];
    const kind = sources[reading.example.source]?.benign;
    if (without === undefined || isAttack(reading.example) || kind === "hard") return [];
    const { source } = reading.example;
    const raw = highestScore(reading.windows, without);
    const sort = source === own ? "look-alike" : kind === "business" ? "business" : "other";
    return [{ raw, source, windows: reading.windows.length, sort }];
  });
  return { whole: fit(trainable, plan), folds, curves: curvesOf(scores) };
}

/** Sources count by the root of their size, attacks and benign texts alike in sum. */
function fit(readings: readonly Reading[], plan: HeadPlan): Fit {
  const sizes = new Map<string, number>();
  const keyOf = ({ example }: Reading): string => `${example.source} ${example.lang} ${isAttack(example)}`;
  for (const reading of readings) sizes.set(keyOf(reading), (sizes.get(keyOf(reading)) ?? 0) + 1);
  const costOf = (reading: Reading): number =>
    (reading.example.source !== own ? 1 : isAttack(reading.example) ? ownWeight.attack : ownWeight.benign) /
    Math.sqrt(sizes.get(keyOf(reading)) ?? 1);
  const sums = { true: 0, false: 0 };
  for (const reading of readings) sums[`${isAttack(reading.example)}`] += costOf(reading);
  const documents = readings.map((reading) => {
    const isPositive = isAttack(reading.example);
    const weight = ((costOf(reading) / sums[`${isPositive}`]) * readings.length) / 2;
    return { windows: reading.windows, isPositive, weight };
  });
  return fitLogistic(documents, { ...plan, size: spaceSize(plan), seed });
}

type SortedScore = BenignScore & { readonly sort: "business" | "look-alike" | "other" };

/** Texts of one window, of a few, of many; of the short ones there is enough business text to go by that alone. */
const buckets = [1, 3, 8, Number.MAX_SAFE_INTEGER] as const;
const enough = 300;

function curvesOf(scores: readonly SortedScore[]): TrainedHead["curves"] {
  let from = 0;
  const curves: { windows: number; curve: Curve }[] = [];
  for (const windows of buckets) {
    const here = scores.filter((score) => score.windows > from && score.windows <= windows);
    const lookAlikes = here.filter(({ sort }) => sort === "look-alike");
    const others = here.filter(({ sort }) => sort !== "look-alike");
    const business = others.filter(({ sort }) => sort === "business");
    const ordinary = business.length >= enough ? business : others;
    const last = curves.at(-1)?.curve;
    curves.push({
      windows,
      curve: ordinary.length < enough && last !== undefined ? last : calibrationCurve(ordinary, lookAlikes),
    });
    from = windows;
  }
  return curves;
}
