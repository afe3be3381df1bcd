import { expect, it } from "vitest";
import { calibrationCurve, type BenignScore } from "./calibrate.ts";

const scores: BenignScore[] = ["a", "b"].flatMap((source) =>
  Array.from({ length: source === "a" ? 1000 : 5000 }, (_, at) => ({
    raw: at / (source === "a" ? 1000 : 5000),
    source,
    windows: 1,
  })),
);

it("puts 0.5 where four in a thousand ordinary texts lie beyond, small sources counting like large ones", () => {
  const curve = calibrationCurve(scores, []);
  const at = curve.find(([, score]) => score === 0.5)?.[0] ?? 0;
  expect(at).toBeCloseTo(0.995, 2);
  const beyond = ["a", "b"].map((source) => {
    const of = scores.filter((each) => each.source === source);
    return of.filter(({ raw }) => raw > at).length / of.length;
  });
  expect((beyond[0] ?? 0) + (beyond[1] ?? 0)).toBeLessThanOrEqual(0.0101);
});

it("rises strictly even when all texts score alike", () => {
  const curve = calibrationCurve(
    Array.from({ length: 10 }, () => ({ raw: 1, source: "a", windows: 1 })),
    [],
  );
  expect(curve.every(([raw], at) => at === 0 || raw > (curve[at - 1]?.[0] ?? Infinity))).toBe(true);
});

it("rises where harmless look-alikes score higher than ordinary texts", () => {
  const lookAlikes = scores.map((each) => ({ ...each, raw: each.raw + 5 }));
  const at = calibrationCurve(scores, lookAlikes).find(([, score]) => score === 0.5)?.[0] ?? 0;
  expect(at).toBeCloseTo(5.96, 2);
});
