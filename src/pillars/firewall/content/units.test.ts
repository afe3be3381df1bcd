import fc from "fast-check";
import { expect, it } from "vitest";
import { unfinishedFrom, unitsOf } from "./units.ts";

const piece = fc.constantFrom(
  "word ",
  "Wort",
  "Dr. ",
  "3.",
  "5",
  ". ",
  "? ",
  "!”",
  " ",
  "\n",
  "。",
  "你好",
  "سلام ",
  '": "',
  "{",
  "\\n",
  "e.g. ",
  "a b c d e f ".repeat(9),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

it("gives one unit to a sentence, several to a long one, and leaves nothing out", () => {
  expect(unitsOf("Good day. You are late!").map(({ start, end }) => [start, end])).toEqual([
    [0, 9],
    [10, 23],
  ]);
  const long = "word ".repeat(100).trim();
  const units = unitsOf(long);
  expect(units.length).toBeGreaterThan(2);
  expect([units[0]?.start, units.at(-1)?.end]).toEqual([0, long.length]);
});

it("has judged a finished sentence for good, whatever follows", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const from = unfinishedFrom(before);
      const finished = (whole: string) => unitsOf(whole).filter(({ end }) => end <= from);
      expect(finished(before + after)).toEqual(finished(before));
    }),
  );
});
