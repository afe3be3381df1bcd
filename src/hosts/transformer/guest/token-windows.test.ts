import { expect, test } from "vitest";
import { windowsOf } from "./token-windows.ts";

const tokens = (count: number) => Array.from({ length: count }, (_, at) => at + 10);
const marked = (bare: readonly number[]) => [1, ...bare, 2];

test("a text that fits is one window, as the tokenizer made it", () => {
  for (const count of [0, 1, 6])
    expect(windowsOf(marked(tokens(count)), tokens(count), 8)).toEqual([marked(tokens(count))]);
});

test("a longer one is cut into halves that overlap, with its marks around each and nothing left out", () => {
  for (const count of [7, 8, 9, 10, 100]) {
    const windows = windowsOf(marked(tokens(count)), tokens(count), 8);
    expect(windows.every((window) => window.length <= 8 && window[0] === 1 && window.at(-1) === 2)).toBe(true);
    const seen = windows.map((window) => window.slice(1, -1));
    expect([...new Set(seen.flat())]).toEqual(tokens(count));
    // Any three in a row stand together in one of them.
    for (let at = 0; at + 3 <= count; at += 1)
      expect(
        seen.some((window) =>
          window.join().includes(
            tokens(count)
              .slice(at, at + 3)
              .join(),
          ),
        ),
      ).toBe(true);
  }
});

test("marks that are nowhere around the text, and no room between them, are refused", () => {
  expect(() => windowsOf([1, 11, 10, 2], [10, 11], 8)).toThrow("marks a text");
  expect(() => windowsOf(marked(tokens(5)), tokens(5), 3)).toThrow("too few tokens");
});
