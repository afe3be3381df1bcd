import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withDiagram } from "./diagram.ts";
import { layers, roots } from "./layers.ts";

const architecture = readFileSync(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8");

it("is what ARCHITECTURE.md shows (npm run draw puts it there)", () => {
  expect(architecture).toBe(withDiagram(architecture));
});

it("shows every layer and root of the table", () => {
  for (const name of [...Object.keys(layers), ...Object.keys(roots)]) expect(architecture).toContain(name);
});

it("refuses a text without its marks", () => {
  expect(() => withDiagram("# Architecture")).toThrow("lost the marks");
});
