import { expect, test } from "vitest";
import { shareOf } from "./share-of.ts";

test("a check goes from nothing to all of it and never back", () => {
  const shares = (["file", "bytes", "form", "rules"] as const).flatMap((pass) =>
    [0, 50, 100].map((done) => shareOf({ pass, done, total: 100 })),
  );
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBeCloseTo(1);
  expect(shareOf({ pass: "file", done: 3, total: 0 })).toBe(0);
});
