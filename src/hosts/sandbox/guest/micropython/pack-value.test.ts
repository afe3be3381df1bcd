import { expect, test } from "vitest";
import { packValue } from "./pack-value.ts";

test("long texts travel beside their value", () => {
  const long = "x".repeat(3_000);
  const { json, texts } = packValue(JSON.stringify({ a: [1, long], b: { c: long, d: "short" } }));
  expect(texts).toEqual([long, long]);
  expect(JSON.parse(json)).toEqual([{ a: [1, ""], b: { c: "", d: "short" } }, [0, "a", 1], [0, "b", "c"]]);
  expect(packValue(JSON.stringify(long))).toEqual({ json: '["",[0]]', texts: [long] });
  expect(packValue("[1]")).toEqual({ json: "[[1]]", texts: [] });
});
