import { expect, test } from "vitest";
import { rowsNode } from "./index.ts";

test("every tool only reads, and says which work it is", () => {
  const tools = rowsNode.toolsFor({});
  expect(tools.map(({ computes }) => computes)).toEqual(["keep", "pick", "add-up", "group"]);
  expect(tools.every(({ effect }) => effect === "read")).toBe(true);
});
