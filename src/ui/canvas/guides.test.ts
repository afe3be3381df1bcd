import { expect, test } from "vitest";
import { guidesOf } from "./guides.ts";

const card = (x: number, y: number) => ({ x, y, width: 208, height: 56 });

test("a card that is moved shares a line with the nearest card in its row and in its column", () => {
  const others = [card(0, 0), card(800, 0), card(400, 400)];
  expect(guidesOf(card(400, 0), others)).toEqual([
    { axis: "across", at: 28, from: 0, to: 608 },
    { axis: "down", at: 504, from: 0, to: 456 },
  ]);
});

test("edges count where middles differ, and what is off by a pixel shares nothing", () => {
  expect(guidesOf({ x: 0, y: 100, width: 368, height: 90 }, [card(0, 0)])).toEqual([
    { axis: "down", at: 0, from: 0, to: 190 },
  ]);
  expect(guidesOf(card(1, 101), [card(0, 0)])).toEqual([]);
});
