import { expect, test } from "vitest";
import { knowledge } from "./index.ts";

test("says how much it searches", () => {
  expect(knowledge.summarise({})).toBe("Every document");
  expect(knowledge.summarise({ documents: ["returns"] })).toBe("1 document");
});

test("takes no more passages than a model can read", () => {
  expect(knowledge.configSchema.safeParse({ limit: 21 }).success).toBe(false);
});
