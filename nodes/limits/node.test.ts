import { expect, test } from "vitest";
import { limits } from "./index.ts";

test("says how far a step goes", () => {
  expect(limits.summarise({})).toBe("12 steps per message");
  expect(limits.summarise({ scope: "perRun", steps: 1 })).toBe("1 step per run");
});

test("cannot be switched off with a zero", () => {
  expect(limits.configSchema.safeParse({ steps: 0 }).success).toBe(false);
});
