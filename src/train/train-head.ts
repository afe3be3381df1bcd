import { sources } from "#bench/firewall";
import { spaceSize, type Curve } from "#pillars/firewall/learning";
import { calibrationCurve, type BenignScore } from "./calibrate.ts";
import { mayTrain } from "./datasets.ts";
import { isOwn, own, type Example } from "./example.ts";
import type { HeadPlan } from "./head.ts";
import { fitLogistic, highestScore, type Fit } from "./logistic.ts";
import type { Reading } from "./reading.ts";

export interface TrainedHead {
  /** Fit on everything that may be trained on: what ships. */
  readonly whole: Fit;
  /** Fit without each fold in turn: what honest figures are measured with. */
  readonly folds: readonly Fit[];
  readonly curves: readonly { readonly windows: number; readonly curve: Curve }[];
}

const seed = 3;

export function trainHead(
  plan: HeadPlan,
  readings: readonly Reading[],
  foldOf: (example: Example) => number,
  foldCount: number,
): TrainedHead {
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
    if (without === undefined || plan.isPositive(reading.example) || kind === "hard" || !plan.hears(reading.example))
      return [];
    const { source } = reading.example;
    const raw = highestScore(reading.windows, without);
    const sort = source === own ? "look-alike" : kind === "business" ? "business" : "other";
    return [{ raw, source, windows: reading.windows.length, sort }];
  });
  return { whole: fit(trainable, plan), folds, curves: curvesOf(scores, plan.lengths) };
}

/** Sources count by the root of their size, attacks and benign texts alike in sum. */
function fit(readings: readonly Reading[], plan: HeadPlan): Fit {
  const sizes = new Map<string, number>();
  const keyOf = ({ example }: Reading): string => `${example.source} ${example.lang} ${plan.isPositive(example)}`;
  for (const reading of readings) sizes.set(keyOf(reading), (sizes.get(keyOf(reading)) ?? 0) + 1);
  const costOf = (reading: Reading): number =>
    (!isOwn(reading.example) ? 1 : plan.ownWeight[plan.isPositive(reading.example) ? "attack" : "benign"]) /
    Math.sqrt(sizes.get(keyOf(reading)) ?? 1);
  const sums = { true: 0, false: 0 };
  for (const reading of readings) sums[`${plan.isPositive(reading.example)}`] += costOf(reading);
  const documents = readings.map((reading) => {
    const isPositive = plan.isPositive(reading.example);
    const weight = ((costOf(reading) / sums[`${isPositive}`]) * readings.length) / 2;
    return { windows: reading.windows, isPositive, weight };
  });
  return fitLogistic(documents, { ...plan, size: spaceSize(plan), seed });
}

type SortedScore = BenignScore & { readonly sort: "business" | "look-alike" | "other" };

/** Of short texts there are enough of a business's to go by those alone. */
const enough = 300;

function curvesOf(scores: readonly SortedScore[], lengths: HeadPlan["lengths"]): TrainedHead["curves"] {
  let from = 0;
  const curves: { windows: number; curve: Curve }[] = [];
  for (const windows of lengths) {
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
