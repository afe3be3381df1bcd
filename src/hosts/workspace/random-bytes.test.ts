import { expect, test } from "vitest";
import { createRandomBytes } from "./random-bytes.ts";

test("no bytes are given out twice, over many blocks", () => {
  const draw = createRandomBytes();
  const seen = new Set<string>();
  for (let at = 0; at < 3000; at += 1) seen.add(draw(16).join(" "));
  expect(seen.size).toBe(3000);
});

test("what was given out does not change, and a long draw is as long as asked", () => {
  const draw = createRandomBytes();
  const first = draw(16);
  const before = first.join(" ");
  for (let at = 0; at < 600; at += 1) draw(16);
  expect(first.join(" ")).toBe(before);
  expect(draw(10_000)).toHaveLength(10_000);
});
