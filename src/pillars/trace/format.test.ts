import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { optionalPaths, paths } from "./bundle/layout.ts";
import { kindsText } from "./format.fixture.ts";
import { sentences } from "./verify/codes.ts";

const format = new URL("./FORMAT.md", import.meta.url);
const secondVerifier = new URL("../../../tools/verifier/", import.meta.url);
const codes = Object.keys(sentences).toSorted();
const textOf = (file: URL) => readFileSync(file, "utf8");

/** Where the list of kinds stands word for word. GATEHOUSE_WRITE=kinds puts it there after a kind was added. */
const printed: [URL, RegExp][] = [
  [format, /(?<=```text\n)[^`]*(?=```)/],
  [new URL("kinds.py", secondVerifier), /(?<=TABLE = """\\\n)[^\\]*?(?=""")/],
];

it.each(printed)("has every kind with its attributes and values in %s", (file, place) => {
  const text = textOf(file);
  if (process.env["GATEHOUSE_WRITE"] === "kinds") writeFileSync(file, text.replace(place, kindsText()));
  expect(place.exec(textOf(file))?.[0]).toBe(kindsText());
});

it("says what every code means, and of no other", () => {
  const named = [...textOf(format).matchAll(/^\| ([ES]\d\d) +\|/gm)].map(([, code = ""]) => code);
  expect(named.toSorted()).toEqual(codes);
  const rules = [...textOf(format).matchAll(/^- \*\*(S\d\d)\*\*/gm)].map(([, code = ""]) => code);
  expect(rules).toEqual(codes.filter((code) => code.startsWith("S")));
});

it("names every member that a bundle may hold", () => {
  const all = [...Object.values(paths), ...Object.values(optionalPaths)];
  expect(all.filter((path) => !textOf(format).includes(`\`${path}\``))).toEqual([]);
});

it("has a sentence for every code in the second verifier", () => {
  const said = [...textOf(new URL("report.py", secondVerifier)).matchAll(/^ {4}"([ES]\d\d)": "/gm)];
  expect(said.map(([, code = ""]) => code).toSorted()).toEqual(codes);
});
