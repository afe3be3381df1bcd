import { expect, test } from "vitest";
import { problemOf } from "./library-problem.ts";

test("a problem is told by its code, and what has none is no more than that", () => {
  expect(problemOf(Object.assign(new Error("…"), { code: "foreign" }))).toBe("foreign");
  expect(problemOf(new DOMException("…", "QuotaExceededError"))).toBe("no-room");
  expect(problemOf(Object.assign(new Error("…"), { code: "constructor" }))).toBe("other");
  expect(problemOf(new TypeError("Failed to fetch"))).toBe("other");
  expect(problemOf("foreign")).toBe("other");
});
