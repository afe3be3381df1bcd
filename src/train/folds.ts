import { own, type Example } from "./example.ts";
import { seededRandom, shuffle } from "./random.ts";

/**
 * Which fold each example is held out in. Families of public data are held out whole, those with attacks first so that they
 * spread evenly; of the project's own corpus a line with all its spellings is held out.
 */
export function assignFolds(
  examples: readonly Example[],
  folds: number,
  isPositive: (example: Example) => boolean,
  seed: number,
) {
  const families = [...new Set(examples.filter(({ source }) => source !== own).map(({ family }) => family))].toSorted();
  const attacking = new Set(examples.filter(isPositive).map(({ family }) => family));
  const random = seededRandom(seed);
  const order = [
    ...families.filter((family) => attacking.has(family)),
    ...shuffle(
      families.filter((family) => !attacking.has(family)),
      random,
    ),
  ];
  const ofFamily = new Map(order.map((family, at) => [family, at % folds]));
  const groups = [...new Set(examples.filter(({ source }) => source === own).map(({ group }) => group))].toSorted();
  const ofGroup = new Map(shuffle(groups, random).map((group, at) => [group, at % folds]));
  return ({ source, family, group }: Example): number =>
    (source === own ? ofGroup.get(group) : ofFamily.get(family)) ?? 0;
}
