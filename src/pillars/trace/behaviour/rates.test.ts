import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromUtf8 } from "../bytes.ts";
import type { CountedTurn } from "./counted-turn.ts";
import { fisher } from "./fisher.ts";
import { wilson } from "./interval.ts";
import { groupableAttributes, marks, outcomeRates, overallRates } from "./rates.ts";
import { ratesCsv } from "./rates-csv.ts";

const monday = Date.UTC(2026, 10, 23, 12);

function turns(n: number, more: Partial<CountedTurn> = {}): CountedTurn[] {
  return Array.from({ length: n }, () => ({
    version: "v1",
    time: monday,
    outcome: "answered" as const,
    asked: false,
    attributes: new Map<string, string>(),
    ...more,
  }));
}

const segment = (name: string) => new Map([["segment", name]]);

describe("intervals and tests", () => {
  it("are those of the literature", () => {
    // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const known = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [count, of, low, high] of known) {
      expect(wilson(count, of).low).toBeCloseTo(low, 4);
      expect(wilson(count, of).high).toBeCloseTo(high, 4);
    }
    // Fisher's tea: 3 of 4 against 1 of 4; and 1 of 10 against 11 of 14 (R: fisher.test).
    expect(fisher(3, 4, 1, 4)).toBeCloseTo(0.4857, 4);
    expect(fisher(1, 10, 11, 14)).toBeCloseTo(0.002759, 6);
  });

  it("stay within their bounds, whichever side is asked about", () => {
    const counts = fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200));
    fc.assert(
      fc.property(counts, ([count, misses, other, others]) => {
        const of = count + misses;
        const { low, high } = wilson(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (of > 0) expect(low <= count / of && count / of <= high).toBe(true);
        const p = fisher(count, of, other, other + others);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisher(other, other + others, count, of)).toBeCloseTo(p, 6);
        expect(fisher(misses, of, others, other + others)).toBeCloseTo(p, 6);
      }),
      { numRuns: 50 },
    );
  });
});

describe("outcome rates", () => {
  it("find the group that is treated otherwise, and name no other", () => {
    const groups = outcomeRates(
      [
        ...turns(90, { attributes: segment("gold") }),
        ...turns(10, { attributes: segment("gold"), outcome: "denied" }),
        ...turns(60, { attributes: segment("basic") }),
        ...turns(40, { attributes: segment("basic"), outcome: "denied" }),
        ...turns(45, { attributes: segment("new") }),
        ...turns(9, { attributes: segment("new"), outcome: "denied" }),
        ...turns(3),
      ],
      { by: "attribute", name: "segment" },
    );
    expect(groups.map(({ group, turns: n, rates }) => [group, n, rates.denied.count, rates.denied.differs])).toEqual([
      ["gold", 100, 10, "less"],
      ["basic", 100, 40, "more"],
      ["new", 54, 9, undefined],
      [undefined, 3, 0, undefined],
    ]);
  });

  it("see no difference in what chance alone makes", () => {
    let alarms = 0;
    const draw = fc.sample(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), { numRuns: 1, seed: 7 })[0];
    for (let table = 0; table < 40; table += 1) {
      const drawn = Array.from({ length: 300 }, (_, at) =>
        turns(1, {
          attributes: segment(String(at % 6)),
          outcome: (draw?.next().value ?? 0) < 0.2 ? "blocked" : "answered",
        }),
      ).flat();
      const groups = outcomeRates(drawn, { by: "attribute", name: "segment" });
      if (groups.some(({ rates }) => marks.some((mark) => rates[mark].differs !== undefined))) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(5);
  });

  it("go by version and by time in their order, weeks from Monday", () => {
    const day = 86_400_000;
    const all = [
      ...turns(1, { time: monday + 7 * day, version: "v2" }),
      ...turns(2, { time: monday + 6 * day }),
      ...turns(1, { time: monday }),
    ];
    const names = (by: "version" | "day" | "week" | "month") => outcomeRates(all, { by }).map(({ group }) => group);
    expect(names("version")).toEqual(["v1", "v2"]);
    expect(names("day")).toEqual(["2026-11-23", "2026-11-29", "2026-11-30"]);
    expect(names("week")).toEqual(["2026-11-23", "2026-11-30"]);
    expect(names("month")).toEqual(["2026-11-01"]);
  });

  it("count each message once, and a question to a person beside it", () => {
    const some = [
      ...turns(2, { asked: true }),
      ...turns(1, { outcome: "waiting", asked: true }),
      ...turns(1, { outcome: "handed-off" }),
    ];
    const rates = overallRates(some);
    expect(rates.asked.count).toBe(3);
    const outcomes = marks.filter((mark) => mark !== "asked").map((mark) => rates[mark].count);
    expect(outcomes.reduce((sum, count) => sum + count, 0)).toBe(some.length);
    expect(
      groupableAttributes([...turns(2, { attributes: segment("a") }), ...turns(1, { attributes: segment("b") })]),
    ).toEqual(["segment"]);
    expect(groupableAttributes(turns(3, { attributes: segment("a") }))).toEqual([]);
  });

  it("go to a spreadsheet, where no value is taken for a formula", () => {
    const grouping = { by: "attribute", name: "segment" } as const;
    const csv = fromUtf8(ratesCsv(outcomeRates(turns(4, { attributes: segment("=1+1") }), grouping), grouping));
    const [head, first, ...rest] = csv.trimEnd().split("\r\n");
    expect(head).toBe('"grouped_by","group","outcome","count","of","rate","low","high","differs"');
    expect(first).toBe(`"segment","'=1+1","answered","4","4","1.0000","0.5101","1.0000",""`);
    expect(rest).toHaveLength(marks.length - 1);
  });
});
