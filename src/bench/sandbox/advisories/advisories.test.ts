import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { advisories } from "./advisories.ts";

const project = join(import.meta.dirname, "../../../..");
const texts: ReadonlyMap<string, string> = new Map(
  await Promise.all(
    advisories.map(async ({ test: path }) => [path, await readFile(join(project, path), "utf8")] as const),
  ),
);

/** Rows without a test that plays the attack on what is shipped, or without one that plays it on something weaker. */
function unproven(rows: readonly { readonly id: string; readonly test: string }[]): string[] {
  return rows.flatMap(({ id, test: path }) => {
    const text = texts.get(path) ?? "";
    const wanted = [`test("${id}: `, `test("${id}, planted: `];
    return wanted.filter((each) => !text.includes(each)).map((each) => `${path} has no ${each}…`);
  });
}

test("each of the published holes is put to the test, and so is its test", () => {
  expect(unproven(advisories)).toEqual([]);
  const ids = ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S14", "S16", "S17"];
  expect(advisories.map(({ id }) => id)).toEqual([...ids, "S26", "S27", "S28"]);
});

test("a hole without a test is named", () => {
  const [{ test: path }] = advisories;
  expect(unproven([{ id: "S99", test: path }])).toHaveLength(2);
  expect(unproven([{ id: "S1", test: "src/gone.test.ts" }])).toHaveLength(2);
});

test("the README names each, with what holds it shut and where that is tested", async () => {
  const readme = await readFile(join(import.meta.dirname, "README.md"), "utf8");
  const lines = advisories.map(
    ({ id, known, hole, rule, test: at }) => `| ${id} | ${known} | ${hole} | ${rule} | \`${at}\` |`,
  );
  expect(lines.filter((line) => !readme.includes(line))).toEqual([]);
});
