import { expect, test } from "vitest";
import type { CodeRequest, CodeResult, CodeRunner } from "#engine";
import { codeRequest, testLimits } from "./contract.ts";

type Run = (source: string, change?: Partial<CodeRequest>) => Promise<CodeResult>;

const books = {
  orders: [
    { id: "A1", total: 5.5, paid: true, lines: [{ item: "shoes", count: 2 }] },
    { id: "A2", total: 9, note: "gift", customer: null },
  ],
  customers: [{ id: 1, name: "Ann" }],
  least: 6,
  words: ["a", "b"],
};

/** What every runner must do with SQL, on whichever host. */
export function testSqlContract(runner: CodeRunner): void {
  testSqlLanguage(runner);
  testSqlHolds(runner);
}

/** What a query means, and what is none: the same on every host, for it is the engine's. */
function testSqlLanguage(runner: CodeRunner): void {
  const run = runOf(runner);
  testQueries(run);
  testRefusals(run);
}

/** What a query may read, and how long and large it may become: each host holds it by walls of its own. */
export function testSqlHolds(runner: CodeRunner): void {
  const run = runOf(runner);
  testGrants(run);
  testSqlLimits(run);
}

function runOf(runner: CodeRunner): Run {
  return (source, change) =>
    runner.run(codeRequest(source, { language: "sql", input: books, ...change }), new AbortController().signal);
}

function testQueries(run: Run): void {
  test("lists of objects are tables, the rest are values that are bound", async () => {
    const query = `SELECT id, total, json_extract(lines, '$[0].item') AS item FROM orders WHERE total < :least`;
    expect(await run(query)).toMatchObject({
      outcome: "value",
      value: [{ id: "A1", total: 5.5, item: "shoes" }],
      calls: 0,
      logs: [],
    });
    expect(await run("SELECT value FROM json_each(:words)")).toMatchObject({ value: [{ value: "a" }, { value: "b" }] });
    expect(await run("SELECT count(*) AS n FROM input", { input: [{ a: 1 }, {}] })).toMatchObject({
      value: [{ n: 2 }],
    });
    expect(await run("SELECT :input AS given", { input: 7 })).toMatchObject({ value: [{ given: 7 }] });
  });

  test("a value that looks like SQL stays a value", async () => {
    const input = { orders: [{ id: "'); DROP TABLE orders; --" }], name: `' OR 1=1 --` };
    expect(await run("SELECT id FROM orders WHERE id = :name", { input })).toMatchObject({ value: [] });
    expect(await run("SELECT id FROM orders", { input })).toMatchObject({ value: input.orders });
  });

  test("missing cells are null, booleans are 1 and 0, nested values are JSON", async () => {
    expect((await run("SELECT * FROM orders")).value).toEqual([
      { id: "A1", total: 5.5, paid: 1, lines: '[{"item":"shoes","count":2}]', note: null, customer: null },
      { id: "A2", total: 9, paid: null, lines: null, note: "gift", customer: null },
    ]);
  });

  test("names that come twice, large integers and endless numbers keep what they say", async () => {
    const query =
      "SELECT 1 AS a, 2 AS a, 3 AS a_2, 9007199254740993 AS big, -9007199254740991 AS small, 1e999 AS endless";
    const result = await run(query);
    expect(result.columns).toEqual(["a", "a_3", "a_2", "big", "small", "endless"]);
    expect(result.value).toEqual([
      { a: 1, a_3: 2, a_2: 3, big: "9007199254740993", small: -9007199254740991, endless: "Infinity" },
    ]);
  });

  test("windows, common table expressions, recursion and dates work", async () => {
    const query = `WITH RECURSIVE days(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM days WHERE n < 3), twice AS (SELECT n * 2 AS m FROM days)
      SELECT count(*) AS n, sum(m) AS m, (SELECT count(*) FROM days) AS again, date('now', '+1 day') AS d FROM twice`;
    expect((await run(query)).value).toEqual([{ n: 3, m: 12, again: 3, d: "2026-01-03" }]);
    const running = "SELECT id, sum(total) OVER (ORDER BY id) AS sum FROM orders";
    expect((await run(running)).value).toEqual([
      { id: "A1", sum: 5.5 },
      { id: "A2", sum: 14.5 },
    ]);
  });

  test("clock, time zone and random numbers are the request's", async () => {
    const query = "SELECT unixepoch() AS now, datetime('now', 'localtime') AS here, random() AS a, random() AS b";
    const [first, again, other] = [await run(query), await run(query), await run(query, { seed: 43 })];
    expect(first.value).toEqual(again.value);
    expect(first.value).not.toEqual(other.value);
    expect(first.value).toMatchObject([{ now: 1_767_323_045, here: "2026-01-02 03:04:05" }]);
  });

  test("an error says what and where", async () => {
    expect(await run("SELECT id\nFORM orders x")).toMatchObject({
      outcome: "error",
      error: 'near "orders": syntax error (line 2)',
    });
    expect(await run("SELECT id,\n\n  -- é\n totl FROM orders")).toMatchObject({
      error: "no such column: totl (line 4)",
    });
    expect(await run("SELECT :lest")).toMatchObject({ error: "The input has no value for :lest." });
    expect(await run("SELECT json('{')")).toMatchObject({ outcome: "error", error: "malformed JSON" });
    expect((await run("SELECT x'00' AS raw")).error).toMatch(/^The column "raw" holds bytes/);
    expect(await run("  -- nothing")).toMatchObject({ outcome: "error", error: "There is no query." });
  });
}

function testRefusals(run: Run): void {
  test.each([
    "INSERT INTO orders (id) VALUES (1)",
    "WITH x AS (SELECT 1) DELETE FROM orders RETURNING *",
    "CREATE TEMP TABLE t (a)",
    "ATTACH 'other.db' AS other",
    "PRAGMA table_info(orders)",
    "EXPLAIN SELECT 1",
    "VACUUM INTO 'copy.db'",
    "BEGIN",
    "REINDEX",
  ])("%s is no query", async (query) => {
    expect(await run(query)).toMatchObject({
      outcome: "denied",
      error: "A query may only read: it begins with SELECT, WITH or VALUES.",
    });
  });

  test.each(["sqlite_schema", "sqlite_temp_master", "pragma_table_info('orders')", "pragma_function_list"])(
    "%s cannot be read, not even counted",
    async (table) => {
      expect((await run(`SELECT count(*) FROM ${table}`)).outcome).toBe("denied");
      expect((await run(`SELECT * FROM ${table}`)).outcome).toBe("denied");
    },
  );

  test("one query at a time, and none behind a NUL", async () => {
    const error = "One query is run, and here a second one begins. (line 2)";
    expect(await run("SELECT 1;\nATTACH 'x' AS y")).toMatchObject({ outcome: "error", error });
    expect(await run("SELECT 1;\n/* c */ nonsense")).toMatchObject({ outcome: "error" });
    expect(await run("SELECT 1 AS n; -- done\n;;")).toMatchObject({ value: [{ n: 1 }] });
    expect(await run("SELECT 1 \0; DROP TABLE orders")).toMatchObject({ error: "There is a NUL in the query." });
  });

  test("functions beyond the list are refused, and calls to tools do not exist", async () => {
    expect(await run("SELECT zeroblob(9)")).toMatchObject({
      outcome: "denied",
      error: 'A query may not use the function "zeroblob". (line 1)',
    });
    for (const call of ["load_extension('x')", "readfile('/etc/passwd')", "host.call('echo')", "sqlite_version()"])
      expect(["denied", "error"]).toContain((await run(`SELECT ${call}`)).outcome);
  });
}

function testGrants(run: Run): void {
  const reads = { orders: ["id", "total"], customers: "all" } as const;

  test("what is not granted is not there", async () => {
    expect((await run("SELECT * FROM orders", { reads })).value).toEqual([
      { id: "A1", total: 5.5 },
      { id: "A2", total: 9 },
    ]);
    const error = 'This query may not read "note". (line 1)';
    for (const query of [
      "SELECT note FROM orders",
      "SELECT count(*) FROM orders o ORDER BY o.note",
      "SELECT max(main.orders.note) FROM orders",
    ])
      expect(await run(query, { reads })).toMatchObject({ outcome: "denied", error });
    expect(await run("SELECT 1 FROM customers", { reads: { orders: "all" } })).toMatchObject({
      outcome: "denied",
      error: 'This query may not read "customers".',
    });
    expect((await run("SELECT :orders", { reads })).outcome).toBe("error");
    expect((await run("SELECT name FROM customers", { reads })).value).toEqual([{ name: "Ann" }]);
  });

  test("a name in other capitals is the same column, unless there are both", async () => {
    const input = { t: [{ a: 1, A: "secret" }] };
    expect((await run("SELECT * FROM t", { input, reads: { t: ["a"] } })).value).toEqual([{ a: 1 }]);
    expect((await run("SELECT * FROM t", { input, reads: { t: ["a", "A"] } })).outcome).toBe("error");
    expect((await run("SELECT * FROM orders", { reads: { orders: ["ID"] } })).value).toEqual([
      { id: "A1" },
      { id: "A2" },
    ]);
  });

  test("rows are numbered only where all of a table may be read", async () => {
    expect((await run("SELECT rowid AS n FROM customers", { reads })).value).toEqual([{ n: 1 }]);
    expect((await run("SELECT rowid FROM orders", { reads })).outcome).toBe("denied");
  });

  test("a table without rows has the columns that were granted", async () => {
    const input = { orders: [] };
    expect(await run("SELECT id, total FROM orders", { input, reads })).toMatchObject({ outcome: "value", value: [] });
    expect(await run("SELECT id FROM orders", { input })).toMatchObject({
      outcome: "error",
      error: '"orders" came in without rows, so its columns are not known.',
    });
  });

  test.each([
    ["sqlite_schema", { sqlite_schema: [{ a: 1 }] }],
    ["pragma_x", { PRAGMA_x: [{ a: 1 }] }],
    ["no name", { "": [{ a: 1 }] }],
    ["a NUL", { "a\0b": [{ a: 1 }] }],
    ["capitals only", { t: [{ a: 1, A: 2 }] }],
    ["too many columns", { t: [Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`c${at}`, at]))] }],
  ])("a table that cannot be one is refused with a sentence: %s", async (_title, input) => {
    const result = await run("SELECT 1", { input });
    expect(result.outcome).toBe("error");
    expect(result.error).toMatch(/\.$/);
  });

  test("odd names are names", async () => {
    const input = { 'a"b; --': [{ "": 1, 'c"d': 2, select: 3, "é 😀": 4, constructor: 5 }] };
    expect((await run('SELECT * FROM "a""b; --"', { input })).value).toEqual([
      { "": 1, 'c"d': 2, select: 3, "é 😀": 4, constructor: 5 },
    ]);
  });
}

function testSqlLimits(run: Run): void {
  const count = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)";

  test("an endless query is stopped from inside", async () => {
    const limits = { ...testLimits, timeMs: 50 };
    expect(await run(`${count} SELECT count(*) FROM c`, { limits })).toMatchObject({
      outcome: "timeout",
      stoppedBy: "engine",
    });
  });

  test("a long search, which is one call, is stopped from inside", async () => {
    const limits = { ...testLimits, timeMs: 50 };
    // Each takes a tenth of a second, and all of them are fewer operations than lie between two looks at the clock.
    const searches = Array.from(
      { length: 80 },
      (_, n) => `instr(printf('%.900000c', 'a'), printf('%.${450_000 + n}c', 'a') || 'b')`,
    );
    const query = `SELECT ${searches.join(" + ")}`;
    expect(await run(query, { limits })).toMatchObject({ outcome: "timeout", stoppedBy: "engine" });
  });

  test.each([
    [
      "rows that have to be told apart",
      `${count} SELECT count(*) FROM (SELECT DISTINCT printf('%.900c', n) || n FROM c)`,
    ],
    ["a list", `${count} SELECT json_group_array(printf('%.900c', n)) FROM (SELECT n FROM c LIMIT 50000)`],
  ])("%s cannot outgrow the memory", async (_title, query) => {
    const result = await run(query, { limits: { ...testLimits, timeMs: 10_000, memoryBytes: 24 * 2 ** 20 } });
    expect(result.outcome).toBe("memory");
    expect(result.memoryBytes).toBeLessThanOrEqual(24 * 2 ** 20);
  });

  test("rows, the value and each text in between are capped", async () => {
    expect(await run(`${count} SELECT n FROM c`, { limits: { ...testLimits, rows: 5 } })).toMatchObject({
      outcome: "output-limit",
      error: "The query gives more than 5 rows. Narrow it down, or end it with LIMIT.",
    });
    expect((await run(`${count} SELECT n FROM c LIMIT 5`, { limits: { ...testLimits, rows: 5 } })).value).toHaveLength(
      5,
    );
    expect(await run(`${count} SELECT printf('%.9000c', 'x') AS x FROM c LIMIT 9000`)).toMatchObject({
      outcome: "output-limit",
      error: "The value that the code returned is larger than 1 MB.",
    });
    expect(await run("SELECT length(printf('%.*c', 2000000, 'x'))")).toMatchObject({
      outcome: "error",
      error: "A value in the query is larger than 1 MB.",
    });
    expect((await run(`SELECT ${"abs(".repeat(1_500)}1${")".repeat(1_500)}`)).error).toBe(
      "The query is nested too deeply.",
    );
  });

  test("nothing carries over to the next run", async () => {
    await run("SELECT random()", { input: { stash: [{ a: 1 }] } });
    expect(await run("SELECT * FROM stash")).toMatchObject({ outcome: "error", error: "no such table: stash" });
  });
}
