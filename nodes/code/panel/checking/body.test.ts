import { TypeScriptWorker } from "monaco-editor/languages/features/typescript/tsWorker.js";
import { expect, test } from "vitest";
import { insertionOf, snippets } from "../snippets/index.ts";
import { declarationsOf } from "../types/declarations.ts";
import { bodyOf, findingsOf, type Finding } from "./body.ts";
import { compilerOptions } from "./options.ts";

const tool = {
  name: "look_up",
  title: "Look up",
  description: "",
  inputSchema: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
  answer: { total: 5 },
};
const host = declarationsOf([tool], { rows: [{ id: "A", amount: 1 }], more: [] });

/** What the real checker finds, each as line and message. */
async function found(source: string, language: "typescript" | "javascript" = "typescript"): Promise<string[]> {
  return (await findings(source, language))
    .filter(({ weight }) => weight !== "hint")
    .map(({ start, message, lost = message }) => `${source.slice(0, start).split("\n").length}: ${lost}`);
}

/** One checker for each language, as in the app: what it knows of the language is read once. */
const checkers = { typescript: checker("typescript"), javascript: checker("javascript") };

function checker(language: "typescript" | "javascript") {
  const file = `file:///code/step.${language === "typescript" ? "ts" : "js"}`;
  let text = "";
  let version = 0;
  const uri = { path: new URL(file).pathname, toString: () => file };
  const model = {
    uri,
    getValue: () => text,
    get version() {
      return version;
    },
  };
  const extraLibs = { "file:///code/host.d.ts": { content: host, version: 1 } };
  const worker = new TypeScriptWorker(
    { getMirrorModels: () => [model] },
    { compilerOptions: compilerOptions[language], extraLibs },
  );
  return (next: string) => {
    text = next;
    version += 1;
    return worker.getSemanticDiagnostics(file);
  };
}

async function findings(source: string, language: "typescript" | "javascript"): Promise<readonly Finding[]> {
  const body = bodyOf(source, language);
  if (body === undefined) throw new Error("The language is checked.");
  return findingsOf(await checkers[language](body.text), body);
}

const languages = ["typescript", "javascript"] as const;

test.each(languages)("plain returns and waiting at the top are right in %s", async (language) => {
  for (const source of [
    "return input;",
    "return input.rows.length",
    'const order = await host.call("look_up", { id: "A" });\nreturn { total: order.total * 2, at: undefined };',
    "for await (const one of [1]) console.log(one);\nreturn // nothing",
    "console.log(input.rows);",
    "return input.more;",
    "return Object.fromEntries(input.rows.map((row) => [row.id, row.amount]));",
    "return [...Map.groupBy(input.rows, (row) => row.id).values()];",
    "return new Date(0);",
    "return Promise.all(input.rows.map(async ({ id }) => ({ id })));",
    "if (input.rows.length > 0) return 1;",
    "const out = [];\nfor (const row of input.rows) out.push(row.id);\nreturn out;",
    "const sums = {};\nfor (const row of input.rows) sums[row.id] = row.amount;\nreturn sums;",
    "function twice(a) { return a * 2; }\nreturn twice(1);",
  ])
    expect(await found(source, language), source).toEqual([]);
});

test.each(languages)("a mistake in what is returned or awaited is found at its line in %s", async (language) => {
  expect(await found("const a = 1;\n\nreturn input.rosw;", language)).toEqual([
    expect.stringMatching(/^3: Property 'rosw' does not exist/u),
  ]);
  expect(await found('\nreturn (await host.call("look_up", { id: "A" })).totl', language)).toEqual([
    expect.stringMatching(/^2: Property 'totl'/u),
  ]);
  expect(await found('await host.call("look_up", {\n  id: 5,\n});', language)).toEqual([
    expect.stringMatching(/^2: Type 'number' is not assignable to type 'string'/u),
  ]);
  expect(await found("return notThere + 1;", language)).toEqual(["1: Cannot find name 'notThere'."]);
  expect(await found("[1].map((n) => await n);", language)).toHaveLength(1);
});

test.each(languages)("what would be lost on its way out is found where it is returned in %s", async (language) => {
  const returned = (lost: string) =>
    found(`const a = 1;\nif (a) {\n  return { lost: ${lost} };\n}\nreturn a;`, language);
  for (const lost of ['host.call("look_up", { id: "A" })', "input.rows.map(async (row) => row.id)"])
    expect(await returned(lost), lost).toEqual(["3: promise"]);
  for (const lost of ["() => 1", "new Map([[1, 2]])", "new Set([1])", "10n", "[Symbol()]"])
    expect(await returned(lost), lost).toEqual(["3: other"]);
  expect(await found("return new Map();", language)).toEqual(["1: other"]);
});

test("rows of an interface may be returned, for they are JSON", async () => {
  const row = "interface Row { id: string; amount?: number }\nconst rows: Row[] = input.rows;\n";
  expect(await found(`${row}return rows;`)).toEqual([]);
  expect(await found(`${row}return { rows, at: input as unknown };`)).toEqual([]);
  expect(await found(`${row}return rows[0].name;`)).toEqual([expect.stringMatching(/^3: Property 'name'/u)]);
});

test("JavaScript cannot say what an empty list is for, and need not", async () => {
  const source = "const all = { rows: [], last: null };\nall.rows.push(1);\nall.last = 1;\nreturn all;";
  expect(await found(source, "javascript")).toEqual([]);
  expect(await found(source, "typescript")).toHaveLength(2);
});

test.each(snippets.filter(({ language }) => language === "javascript"))("nothing is found in $id", async (snippet) => {
  // What comes in is not known, as in a step that has not run.
  const { text } = insertionOf({ ...snippet, use: snippet.use.replaceAll("input", "JSON.parse(``)") }, "");
  for (const language of languages) expect(await found(text, language), language).toEqual([]);
});

test("names of the code's own stand before those of the function around it", async () => {
  expect(await found("type JsonValue = string;\nfunction step(): JsonValue { return 'a'; }\nreturn step();")).toEqual(
    [],
  );
});

test("code that closes the function too early is told nothing of what is ours", async () => {
  const source = "return 1; } function other() {";
  for (const { start, end } of await findings(source, "typescript")) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(source.length);
  }
});

test("a language that is not checked has no body", () => expect(bodyOf("return 1", "python")).toBeUndefined());
