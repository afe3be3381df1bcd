import fc from "fast-check";
import { expect, it } from "vitest";
import { formatAmount, hundredths } from "./index.ts";

it("counts amounts in hundredths, rounding up", () => {
  expect([0, 100, 100.01, "99.5", "100.001", 100.0, 1e12].map((amount) => hundredths(amount))).toEqual([
    0, 10_000, 10_001, 9950, 10_001, 10_000, 1e14,
  ]);
});

it("reads nothing else", () => {
  for (const wrong of [-1, "1,250.00", "1e3", 1e21, Number.NaN, "", " ", null, true, [5], "0x10"])
    expect(hundredths(wrong)).toBeUndefined();
});

it("never counts less than the amount is", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (amount) => {
      const counted = hundredths(amount);
      if (counted !== undefined) expect(counted / 100).toBeGreaterThanOrEqual(amount - 1e-6);
    }),
  );
});

it("writes amounts as the sentences do", () => {
  expect([formatAmount(100, "EUR"), formatAmount(99.5, "EUR")]).toEqual(["100 EUR", "99.50 EUR"]);
});
