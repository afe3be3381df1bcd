import { expect, test } from "vitest";
import { rowsIn, tableOf } from "./rows-of.ts";

test("a list of objects is a table with every column that a row has", () => {
  const rows = [{ a: 1 }, { b: 2, a: null }];
  expect(tableOf(rows)).toEqual({ columns: ["a", "b"], rows });
  expect(tableOf(rows, ["b", "gone"])).toEqual({ columns: ["b", "a"], rows });
  expect(tableOf([], ["a", "b"])).toEqual({ columns: ["a", "b"], rows: [] });
});

test("any other value is none", () => {
  for (const value of [null, 1, "x", {}, [], [1], [{ a: 1 }, 2], [[1]], [null], [{}]])
    expect(tableOf(value)).toBe(undefined);
});

test("rows that were written as text are read back, and no other text", () => {
  expect(rowsIn(' [{"a":1}]\n')).toEqual({ columns: ["a"], rows: [{ a: 1 }] });
  for (const text of ["[{ nonsense }]", "[link](x)", "[]", '{"a":1}', "Look: [{}]"])
    expect(rowsIn(text)).toBe(undefined);
});
