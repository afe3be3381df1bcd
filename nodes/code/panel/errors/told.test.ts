import { afterAll, describe, expect, test } from "vitest";
import { codeLanguage, codeLimits, type JsonValue } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { panelWords } from "../words/index.ts";
import { toldOf } from "./told.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

/** What comes of code that fails, as it is told in English. */
async function tell(language: string, source: string, input: JsonValue = 1) {
  const isQuery = language === "sql";
  const result = await runner.run(
    {
      language: codeLanguage.parse(language),
      source,
      input: isQuery ? { rows: [{ a: 1 }], others: [{ a: 1 }], none: [] } : input,
      limits: codeLimits.parse({ timeMs: 500, calls: 2, ...(isQuery && { rows: 10 }) }),
      now: 0,
      seed: 1,
      tools: ["look_up_order"],
      call: async () => null,
    },
    new AbortController().signal,
  );
  return toldOf(result.error ?? "", panelWords("en"));
}

describe("an error of an engine is told in a plain sentence, at its line", () => {
  test.each([
    ["javascript", "\n\nreturn input.a.b;", 3, "There is nothing to read “b” from: the value before it is missing."],
    ["javascript", "\nreturn nothing;", 2, "The name “nothing” is not known here. See whether it is spelled right."],
    ["javascript", "\nawait fetch('x')", 2, "“fetch” is not here: the sandbox has no network"],
    ["javascript", "input.go()", 1, "Something is called here that is no function."],
    ["javascript", "let a;\nlet a;", 2, "The same name is declared twice."],
    ["javascript", "let a;\n\nif (a {\n}", 3, "A “)” is missing here."],
    ["javascript", "\nJSON.parse('{a}')", 2, "This cannot be read: a sign is missing or too many"],
    ["javascript", "const a = {}; a.a = a; return a;", undefined, "What it returned holds itself"],
    ["javascript", "return 10n;", undefined, "A big integer (1n) cannot leave the step."],
    ["javascript", "return () => 1;", undefined, "What it returned cannot leave the step"],
    ["javascript", "function f() { return f(); }\nf();", 1, "The code calls itself without end."],
    ["javascript", "for (;;) {}", undefined, "Stopped: it took longer than the 500 ms that it may take."],
    ["javascript", "await new Promise(() => {})", undefined, "Stopped: it waits for something that never comes."],
    ["typescript", "\nconst x: = 3;", 2, "This cannot be read"],
    ["python", "\n\nx = 1 / 0", 3, "Something is divided by zero here."],
    ["python", "nope", 1, "The name “nope” is not known here."],
    ["python", "x = [1,\n2\ny = 3", 3, "Python cannot read this."],
    ["python", "  x = 1", 1, "The lines are not indented as Python needs it"],
    ["python", "import requests", 1, "There is no library “requests” here."],
    ["python", "\n{}['k']", 2, "There is no field “k”."],
    ["python", "[][3]", 1, "The list is shorter than that"],
    ["python", "input.foo", 1, "A value of the kind int has no “foo”."],
    ["python", "input['a']", 1, "A value of the kind int has no parts"],
    ["python", "'a' + 1", 1, "These two kinds of values do not go together."],
    ["python", "import json\njson.loads('{a}')", 2, "The text that is read here is no JSON."],
    ["python", "open('x')", 1, "Code in the sandbox has no files."],
    ["python", "def f(): return f()\nf()", 1, "The code calls itself without end."],
    ["python", "host.call('look_up_order', {})", undefined, "The value is not there yet: put await before the call."],
    ["python", "float('nan')", undefined, "What it returned cannot leave the step"],
    ["sql", "", undefined, "There is no query yet."],
    ["sql", "SELECT a\nFROM rows\nWHER a = 1", 3, "The query cannot be read at “a”"],
    ["sql", "SELECT\n nope FROM rows", 2, "There is no column “nope”."],
    ["sql", "SELECT * FROM nope", undefined, "There is no table “nope”."],
    ["sql", "SELECT 'abc", 1, 'This cannot be read: "\'abc".'],
    ["sql", "SELECT (1", undefined, "The query is not finished"],
    ["sql", "SELECT nope(1)", 1, "There is no function “nope”."],
    ["sql", "SELECT a FROM rows, others", 1, "Several tables have a column “a”."],
    ["sql", "SELECT a FROM rows WHERE sum(a) > 1", 1, "sum adds up several rows and cannot stand here."],
    ["sql", "SELECT substr('abc')", 1, "The function substr is given too few or too many values."],
    ["sql", "SELECT a FROM rows UNION SELECT a, a FROM rows", undefined, "The queries that are put together"],
    ["sql", "SELECT json_extract('{', '$.a')", undefined, "A text that the query reads as JSON is none."],
    ["sql", "SELECT * FROM none", undefined, "“none” came in without rows"],
    ["sql", "DROP TABLE rows", undefined, "A query may only read"],
    ["sql", "SELECT 1; SELECT 2", 1, "A second query begins here"],
    ["sql", "SELECT :nope", undefined, "Nothing came in that is called :nope."],
    [
      "sql",
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 99) SELECT x FROM c",
      undefined,
      "Stopped: the query gives more than 10 rows.",
    ],
  ])("%s %j", async (language, source, line, sentence) => {
    const told = await tell(language, source);
    expect(told.sentence).toContain(sentence);
    expect(told.line).toBe(line);
  });

  test.each(["javascript", "python"])("a tool that is not attached, and one call too many, in %s", async (language) => {
    const sign = language === "python" ? "" : ";";
    expect((await tell(language, `await host.call("pay", {})${sign}`)).sentence).toBe(
      "The code calls the tool “pay”, which is not attached to it.",
    );
    const call = `await host.call("look_up_order", {})${sign}\n`;
    expect((await tell(language, call.repeat(3))).sentence).toContain("more often than the 2 times");
  });
});

test("the engine's own words stand beside, where it has any, and what the code says itself is left alone", async () => {
  expect(await tell("javascript", "return nothing;")).toMatchObject({
    own: "ReferenceError: 'nothing' is not defined",
  });
  expect(await tell("javascript", "for (;;) {}")).not.toHaveProperty("own");
  const message = "Der Betrag fehlt.";
  expect(await tell("javascript", `\nthrow new Error("${message}")`)).toEqual({ sentence: message, line: 2 });
});

test("in German too", () => {
  const told = (error: string) => toldOf(error, panelWords("de")).sentence;
  expect(told("The code ran longer than 1.5 s and was stopped.")).toContain("die 1,5\u00A0s, die es dauern darf");
  expect(told("What comes in at “first” is no table: it holds 2 lists of rows.")).toContain("hat 2 Listen von Zeilen");
  expect(told("The settings of the query are not right yet.")).toContain("stimmen noch nicht");
  expect(told("no such column: preis (line 3)")).toBe("Eine Spalte „preis“ gibt es nicht.");
});
