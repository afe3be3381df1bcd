import { expect, it } from "vitest";
import { seededRandom } from "../random.ts";
import { measureDrawnSecrets } from "./measure.ts";

it("finds nine of ten secrets in phrasings that no rule was written for, and takes no look-alike for one", () => {
  const rows = measureDrawnSecrets(3, seededRandom(2));
  const shareOf = (half: string, kind: string): number => {
    const row = rows.find((each) => each.half === half && each.kind === kind);
    return row === undefined ? Number.NaN : row.found / row.texts;
  };
  expect(shareOf("held out", "all secrets")).toBeGreaterThan(0.88);
  expect(shareOf("development", "all secrets")).toBeGreaterThan(0.93);
  expect(shareOf("held out", "all look-alikes")).toBe(0);
  expect(shareOf("development", "all look-alikes")).toBe(0);
});
