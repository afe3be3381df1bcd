import { expect, test } from "vitest";
import { engineOf, runtimeOf } from "./runtime.ts";

test("only Python has a full library, and only its runs name their engine", () => {
  expect(runtimeOf({ language: "python" })).toBe("micropython");
  expect(runtimeOf({ language: "python", library: "full" })).toBe("pyodide");
  expect(runtimeOf({ language: "javascript", library: "full" })).toBe("quickjs");
  expect(engineOf({ language: "python", library: "full" })).toMatch(/^pyodide \d+\.\d+\.\d+$/);
  expect(engineOf({ language: "sql", library: "full" })).toBeUndefined();
  expect(engineOf({ language: "python", library: "small" })).toBeUndefined();
});
