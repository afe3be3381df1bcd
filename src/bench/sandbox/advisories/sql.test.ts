import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { applyEdits, codeLimits, emptyFlow, verify, type CodeResult, type JsonValue } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { registry } from "#nodes";
import { afterAll, expect, test } from "vitest";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

const rows = [
  { item: "shoes", price: 90 },
  { item: "socks", price: 9 },
];

function ask(source: string, input: JsonValue = { rows }): Promise<CodeResult> {
  const limits = codeLimits.parse({ timeMs: 1_000, rows: 1_000 });
  const request = { language: "sql", source, input, limits, now: 0, seed: 1, tools: [] } as const;
  return runner.run({ ...request, call: async () => null }, new AbortController().signal);
}

/** What reaches files, other databases, the engine's own settings or other people's tables. */
const forbidden = [
  "ATTACH ':memory:' AS other",
  "ATTACH 'file:/etc/passwd?mode=ro' AS other",
  "PRAGMA database_list",
  "PRAGMA writable_schema = 1",
  "SELECT name FROM pragma_function_list LIMIT 1",
  "SELECT name FROM sqlite_schema",
  "SELECT load_extension('x')",
  "SELECT writefile('a', 'b')",
  "SELECT readfile('/etc/passwd')",
  "VACUUM INTO '/tmp/out.db'",
  "CREATE TABLE taken(a)",
  "CREATE TEMP TRIGGER t AFTER INSERT ON rows BEGIN SELECT 1; END",
];

async function allowed(run: (sql: string) => Promise<unknown>): Promise<string[]> {
  const through: string[] = [];
  for (const sql of forbidden) {
    try {
      await run(sql);
      through.push(sql);
    } catch {
      // Refused, as it has to be.
    }
  }
  return through;
}

const orThrow = async (sql: string): Promise<void> => {
  const { outcome, error } = await ask(sql);
  if (outcome !== "value") throw new Error(error);
};

test("S10: a query reads its tables, and no file, no setting and no other database", async () => {
  expect(await allowed(orThrow)).toEqual([]);
  expect(await ask("SELECT item FROM rows WHERE price > 50")).toMatchObject({ value: [{ item: "shoes" }] });
});

test("S10: a query that never ends is stopped, and one that gives too much", async () => {
  const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ";
  expect((await ask(`${endless} count(*) FROM n`)).outcome).toBe("timeout");
  expect((await ask(`${endless} i FROM n`)).outcome).toBe("output-limit");
});

interface ShippedSqlite {
  readonly default: (options: object) => Promise<{ oo1: { DB: new (name: string) => { exec(sql: string): unknown } } }>;
}

test("S10, planted: SQLite as it is shipped does what is refused here", async () => {
  const shipped = createRequire(import.meta.url)
    .resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm")
    .replace(/sqlite3\.wasm$/u, "node.mjs");
  const { default: open }: ShippedSqlite = await import(pathToFileURL(shipped).href);
  const { oo1 } = await open({ print: () => undefined, printErr: () => undefined });
  const database = new oo1.DB(":memory:");
  database.exec("CREATE TABLE rows(item, price)");
  const through = await allowed(async (sql) => database.exec(sql));
  expect(through).toContain("PRAGMA writable_schema = 1");
  expect(through.length).toBeGreaterThan(4);
});

/** Values that would be more than a value if they were put into the text of a query. */
const injections = [
  "x' OR '1' = '1",
  "x' UNION SELECT item FROM rows --",
  `x'; DELETE FROM rows; SELECT '1`,
  "x'/**/OR/**/1=1/*",
];

async function matched(search: (value: string) => Promise<CodeResult>): Promise<string[]> {
  const through: string[] = [];
  for (const value of injections) {
    const found = await search(value);
    if (found.outcome !== "value" || JSON.stringify(found.value) !== "[]") through.push(value);
  }
  return through;
}

test("S11: a value is bound and never part of the query, and a template in a query is an error of the flow", async () => {
  const bound = (value: string) => ask("SELECT item FROM rows WHERE item = :value", { rows, value });
  expect(await matched(bound)).toEqual([]);
  expect(findings("SELECT item FROM rows WHERE item = '{{ value }}'")).toContainEqual(
    expect.objectContaining({ severity: "error", message: expect.stringContaining("A query takes no {{ }}") }),
  );
});
test("S11, planted: a value that is written into the query is found", async () => {
  const written = (value: string) => ask(`SELECT item FROM rows WHERE item = '${value}'`);
  expect(await matched(written)).toHaveLength(injections.length);
  expect(findings("SELECT item FROM rows").filter(({ message }) => message.includes("{{ }}"))).toEqual([]);
});

function findings(source: string) {
  const node = { id: "query", type: "sql", version: 1, position: { x: 0, y: 0 }, config: { source } };
  return verify(applyEdits(emptyFlow("q", "Q"), [{ type: "add-node", node }]), registry);
}
