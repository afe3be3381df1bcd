import { expect, test } from "vitest";
import { en } from "../messages/edit/en.ts";
import { valueText } from "./value-text.ts";

test("a value is told in one short line, and what somebody wrote is quoted", () => {
  expect(valueText("Where is\n my order?", en.badge)).toBe("“Where is my order?”");
  expect(valueText({ id: "A1001", total: 89.9, paid: true, note: "x" }, en.badge)).toBe(
    "id “A1001” · total 89.9 · paid yes",
  );
  expect(valueText([1, 2, 3], en.badge)).toBe("3 items");
  expect(valueText("", en.badge)).toBe("nothing");
  expect(Array.from(valueText("🙂".repeat(200), en.badge)).length).toBeLessThanOrEqual(56);
});
