import { expect, it } from "vitest";
import { fitLogistic, highestScore, type Document } from "./logistic.ts";

const options = { size: 16, epochs: 30, rate: 0.3, decay: 1e-6, dropout: 0.2, seed: 1, averageFrom: 20, bias: -1 };
const windows = (...all: number[][]): Uint32Array[] => all.map((each) => Uint32Array.from(each));
/** Bucket 1 tells an attack, also when only one of several windows holds it; 2 to 5 mean nothing. */
const documents: Document[] = [
  { windows: windows([1, 2]), isPositive: true, weight: 1 },
  { windows: windows([3, 4], [1, 5]), isPositive: true, weight: 1 },
  { windows: windows([2, 3]), isPositive: false, weight: 1 },
  { windows: windows([4, 5], [2]), isPositive: false, weight: 1 },
];

it("learns what sets attacks apart, and from which window", () => {
  const fit = fitLogistic(documents, options);
  expect(highestScore(windows([3, 5], [1]), fit)).toBeGreaterThan(0);
  expect(highestScore(windows([2, 3, 4, 5]), fit)).toBeLessThan(0);
});

it("gives the same weights for the same seed, and others for another", () => {
  expect(fitLogistic(documents, options)).toEqual(fitLogistic(documents, options));
  expect(fitLogistic(documents, options)).not.toEqual(fitLogistic(documents, { ...options, seed: 2 }));
});
