import { expect, test } from "vitest";
import { knowledge } from "./index.ts";

test("says how much it searches", () => {
  expect(knowledge.summarise({})).toBe("Searches every document");
  expect(knowledge.summarise({ documents: ["returns"] })).toBe("Searches 1 document");
});

test("takes no more passages than a model can read", () => {
  expect(knowledge.configSchema.safeParse({ limit: 21 }).success).toBe(false);
});
