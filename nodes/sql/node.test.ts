import { verify, type CodeRequest, type Flow, type GuardedCode } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { registry } from "#nodes";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { execute, fromUser, outsideLabel, userLabel } from "../bench.fixture.ts";
import { readCsv } from "./csv.ts";
import { sql } from "./index.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

const asked: Pick<CodeRequest, "reads" | "input">[] = [];

/** The real sandbox, without the monitor before it. */
const code: GuardedCode = {
  async run(_key, request) {
    asked.push(request);
    const call = async () => null;
    return runner.run({ ...request, now: 0, seed: 1, tools: [], call }, new AbortController().signal);
  },
};

const orders = [
  { id: "A1", customer: 1, total: 5 },
  { id: "A2", customer: 2, total: 9 },
];

describe("tables", () => {
  test("from several wires and of the author's own are joined", async () => {
    const config = {
      source: `SELECT o.id, c.name, p.percent FROM orders o JOIN second c ON c.id = o.customer JOIN prices p ON p.upto >= o.total
        WHERE o.total > :least ORDER BY p.upto LIMIT 1`,
      tables: [{ input: "first", name: "orders" }],
      own: [{ name: "prices", text: "upto,percent\n10,5\n99,7\n" }],
    };
    const customers = {
      customers: [
        { id: 1, name: "Ann" },
        { id: 2, name: "Bo" },
      ],
      count: 2,
    };
    const inputs = { first: fromUser(orders), second: fromUser(customers), values: fromUser({ least: 6 }) };
    expect(await execute(sql, inputs, { code }, config)).toEqual({
      rows: { data: [{ id: "A2", name: "Bo", percent: 5 }], label: userLabel },
    });
    expect(asked.at(-1)?.reads).toEqual({ orders: "all", second: "all", prices: "all" });
  });

  test("lists in Values are tables, and any other value is :value", async () => {
    const source = "SELECT (SELECT count(*) FROM orders) AS n, :note AS note";
    const { rows } = await execute(sql, { values: fromUser({ orders, note: "x" }) }, { code }, { source });
    expect(rows).toMatchObject({ data: [{ n: 2, note: "x" }] });
    const said = await execute(sql, { values: fromUser("'; DROP") }, { code }, { source: "SELECT :value AS v" });
    expect(said["rows"]).toMatchObject({ data: [{ v: "'; DROP" }] });
  });

  test("show the columns that they are given, and no others", async () => {
    const tables = [{ input: "first", name: "orders", columns: ["id"] }];
    const all = await execute(sql, { first: fromUser(orders) }, { code }, { source: "SELECT * FROM orders", tables });
    expect(all["rows"]).toMatchObject({ data: [{ id: "A1" }, { id: "A2" }] });
    const more = execute(sql, { first: fromUser(orders) }, { code }, { source: "SELECT total FROM orders", tables });
    await expect(more).rejects.toMatchObject({ code: "not-permitted", message: expect.stringContaining("total") });
  });

  test("carry their label on", async () => {
    const inputs = { first: { data: orders, label: outsideLabel }, values: fromUser({ n: 1 }) };
    const { rows } = await execute(sql, inputs, { code });
    expect(rows).toMatchObject({ label: { integrity: "untrusted" } });
  });

  test("that are none are refused with a sentence", async () => {
    const two = { first: fromUser({ a: [{ x: 1 }], b: [{ x: 1 }] }) };
    await expect(execute(sql, two, { code })).rejects.toThrow("holds 2 lists of rows");
    const twice = { first: fromUser(orders), values: fromUser({ rows: 1 }) };
    await expect(execute(sql, twice, { code })).rejects.toThrow("are called “rows”");
  });
});

test("more rows than allowed, and an endless query, end the step", async () => {
  const source = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c";
  await expect(execute(sql, {}, { code }, { source, rows: 3 })).rejects.toMatchObject({ code: "limit-hit" });
  const counted = { source: `${source} WHERE n < 0`, seconds: 0.2 };
  await expect(execute(sql, {}, { code }, counted)).rejects.toThrow("The query was stopped after 0.2 s.");
});

describe("verify", () => {
  const findings = (config: object) => {
    const node = { id: "q", type: "sql", version: 1, position: { x: 0, y: 0 }, config };
    const flow: Flow = JSON.parse(
      JSON.stringify({ version: 1, id: "f", title: "F", nodes: [node], edges: [], documents: [] }),
    );
    return verify(flow, registry).filter(({ code: found }) => found === "remark");
  };

  test.each([
    "SELECT * FROM orders WHERE id = '{{ value.id }}'",
    "SELECT {{value}}",
    "{% if value %} SELECT 1 {% endif %}",
    "-- {{ harmless? }}\nSELECT 1",
  ])("finds a template in a query: %s", (source) => {
    expect(findings({ source })).toMatchObject([
      { severity: "error", at: { node: "q" }, message: expect.stringContaining("Write :name") },
    ]);
  });

  test.each([`SELECT json('{"a":{"b":1}}')`, "SELECT 1 WHERE :a LIKE '{%'", "SELECT '}}'", "SELECT :a"])(
    "takes %s as it is",
    (source) => expect(findings({ source })).toEqual([]),
  );

  test("finds names that clash", () => {
    const tables = [
      { input: "first", name: "a" },
      { input: "second", name: "A" },
    ];
    expect(findings({ tables })).toMatchObject([{ message: "Two tables are called “a”." }]);
    expect(findings({ tables: [{ name: "a" }, { name: "b" }] })).toMatchObject([{ message: "Table 1 has two names." }]);
    expect(findings({ own: [{ name: "sqlite_master", text: "" }] })).toHaveLength(1);
  });
});

describe("comma-separated text", () => {
  test("knows quotes, line ends, other separators and numbers", () => {
    const text = '\uFEFFid;"na;me";zip;n\r\n1;"says ""hi""\nthere";01234;1.5\r\n2;;55555;\r\n\r\n';
    expect(readCsv(text)).toEqual([
      { id: 1, "na;me": 'says "hi"\nthere', zip: "01234", n: 1.5 },
      { id: 2, "na;me": null, zip: "55555", n: null },
    ]);
    expect(readCsv("a,b\n1\n")).toEqual([{ a: 1, b: null }]);
    expect(readCsv("a,\n1,2,3")).toEqual([{ a: 1 }]);
    expect(readCsv("")).toEqual([]);
  });

  test("gives back every text that was quoted", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.string().map((text) => `x${text}`),
            { minLength: 2, maxLength: 2 },
          ),
        ),
        (cells) => {
          const line = (row: readonly string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
          const rows = readCsv(["a,b", ...cells.map(line)].join("\n"));
          expect(rows.map(({ a, b }) => [a, b])).toEqual(cells);
        },
      ),
    );
  });
});
