import { expect, test } from "vitest";
import { codeTool } from "./index.ts";

test("the tool carries the limits that are set, and is no read", () => {
  const [tool] = codeTool.toolsFor({ seconds: 2.5, megabytes: 32, calls: 3 });
  expect(tool).toMatchObject({
    name: "run_code",
    effect: "write",
    runsCode: { timeMs: 2_500, memoryBytes: 32 * 2 ** 20, calls: 3 },
  });
});

test("a person can have a say about it", () => {
  expect(Object.keys(codeTool.attach)).toEqual(["approval", "permission"]);
});
