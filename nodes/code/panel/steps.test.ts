import { expect, test } from "vitest";
import { code } from "../index.ts";
import { stops, stopsWith } from "./steps.ts";

test("every stop of a slider is a setting that the step takes, and the usual setting is one", () => {
  const usual = code.configSchema.parse({});
  for (const [name, values] of Object.entries(stops)) {
    for (const value of values)
      expect(code.configSchema.safeParse({ [name]: value }).success, `${name} ${value}`).toBe(true);
    expect(values).toContain(Reflect.get(usual, name));
  }
});

test("a value from elsewhere has a stop of its own, in its place", () => {
  expect(stopsWith(3, [1, 2, 5])).toEqual([1, 2, 3, 5]);
  expect(stopsWith(2, [1, 2, 5])).toEqual([1, 2, 5]);
});
