import { afterAll, describe, expect, test } from "vitest";
import { codeLimits, type JsonObject } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { askOf } from "./ask-of.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

const sample = { first: [{ id: 1, name: "Mia", salary: 5 }], values: { least: 1, prices: [{ upto: 3 }] } };
const config = {
  tables: [{ input: "first", name: "people", columns: ["id", "name"] }],
  own: [{ name: "bands", text: "band,least\nsmall,0" }],
};

async function tried(source: string, settings: JsonObject = config) {
  const ask = askOf(settings, sample);
  if (typeof ask === "string") throw new Error(ask);
  const { input, reads } = ask;
  const limits = codeLimits.parse({});
  const rest = { now: 0, seed: 1, tools: [], call: async () => null };
  return runner.run({ language: "sql", source, input, reads, limits, ...rest }, new AbortController().signal);
}

test("the editor knows the tables, their permitted columns and the values", () => {
  expect(askOf(config, sample)).toMatchObject({
    tables: [
      { name: "prices", columns: ["upto"] },
      { name: "bands", columns: ["band", "least"] },
      { name: "people", columns: ["id", "name"] },
    ],
    values: ["least"],
  });
});

describe("a trial", () => {
  test("reads what the run may read", async () => {
    const { value } = await tried("SELECT name, band FROM people, bands WHERE id >= :least");
    expect(value).toEqual([{ name: "Mia", band: "small" }]);
    expect((await tried("SELECT * FROM people")).value).toEqual([{ id: 1, name: "Mia" }]);
  });

  test.each(["SELECT salary FROM people", "SELECT name FROM first", "SELECT name FROM sqlite_master"])(
    "is refused %s, as the run is",
    async (source) => expect((await tried(source)).outcome).not.toBe("value"),
  );

  test("follows the settings as they are now, not as they were", async () => {
    const renamed = { tables: [{ input: "first", name: "staff", columns: ["id"] }] };
    expect((await tried("SELECT * FROM staff", renamed)).value).toEqual([{ id: 1 }]);
    expect((await tried("SELECT * FROM people", renamed)).outcome).not.toBe("value");
  });
});

test("what the run would refuse before it asks is said in a sentence", () => {
  expect(askOf({}, { first: { a: [{}], b: [{}] } })).toContain("holds 2 lists of rows");
  expect(askOf({}, [1])).toContain("for each wire");
  expect(askOf({ rows: "many" }, null)).toBe("The settings of the query are not right yet.");
  expect(askOf({}, null)).toMatchObject({ input: {}, tables: [], values: [] });
});
