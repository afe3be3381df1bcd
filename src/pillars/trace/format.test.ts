import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { optionalPaths, paths } from "./bundle/layout.ts";
import { kindsText } from "./format.fixture.ts";
import { sentences } from "./verify/codes.ts";

const format = readFileSync(new URL("./FORMAT.md", import.meta.url), "utf8");
const kinds = /<!-- kinds -->\n\n?```text\n([^`]*)```/.exec(format)?.[1];

it("prints every kind with its attributes and values", () => {
  expect(kinds).toBe(kindsText());
});

it("says what every code means, and of no other", () => {
  const named = [...format.matchAll(/^\| ([ES]\d\d) +\|/gm)].map(([, code = ""]) => code);
  expect(named.toSorted()).toEqual(Object.keys(sentences).toSorted());
  const rules = [...format.matchAll(/^- \*\*(S\d\d)\*\*/gm)].map(([, code = ""]) => code);
  expect(rules).toEqual(
    Object.keys(sentences)
      .filter((code) => code.startsWith("S"))
      .toSorted(),
  );
});

it("names every member that a bundle may hold", () => {
  const missing = [...Object.values(paths), ...Object.values(optionalPaths)].filter(
    (path) => !format.includes(`\`${path}\``) && !format.includes(`\`${path.replace(".gz", "")}\``),
  );
  expect(missing).toEqual([]);
});
