import { expect, it } from "vitest";
import { mean, percentile, round } from "./statistics.ts";

it("has no mean of nothing, and percentiles that are values", () => {
  expect(mean([])).toBeUndefined();
  expect(mean([1, 2, 6])).toBe(3);
  expect([0, 0.5, 0.99, 1].map((share) => percentile([3, 1, 2], share))).toEqual([1, 2, 3, 3]);
  expect(percentile([], 0.5)).toBe(0);
  expect(round(2 / 3)).toBe(0.667);
});
