import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integrityLevels, type Integrity, type JsonObject, rowWorks } from "#engine";
import {
  carriedLabels,
  leaves,
  traceArguments,
  workOnRows,
  type LabelledText,
  type TracedArguments,
} from "../index.ts";

const rows: JsonObject[] = [
  { id: "I-1", amount: 0.1, memo: "a" },
  { id: "I-2", amount: 0.2, memo: "b" },
  { id: "I-3", amount: 40, memo: "a" },
];

describe("work on rows", () => {
  it.each([
    ["keep", { field: "amount", is: "below", value: 1 }, { rows: rows.slice(0, 2), count: 2 }],
    ["keep", { field: "memo", is: "equal", value: "a" }, { rows: [rows[0], rows[2]], count: 2 }],
    ["pick", { which: "largest", field: "amount" }, { row: rows[2] }],
    ["pick", { which: "first" }, { row: rows[0] }],
    ["add-up", { field: "amount", what: "sum" }, { value: 40.3, count: 3 }],
    ["add-up", { field: "memo", what: "count" }, { value: 3, count: 3 }],
    [
      "group",
      { by: "memo", field: "amount", what: "sum" },
      {
        groups: [
          { group: "a", value: 40.1, count: 2 },
          { group: "b", value: 0.2, count: 1 },
        ],
      },
    ],
  ] as const)("%s %o", (work, args, result) => {
    expect(workOnRows(work, { rows, ...args })).toMatchObject({ ok: true, result });
  });

  it.each([
    ["add-up", { field: "memo", what: "sum" }, "The column memo has values that are no numbers."],
    ["pick", { which: "largest" }, "Say by which column the row is picked."],
    ["pick", { which: "largest", field: "constructor" }, "There is no such row."],
  ] as const)("%s %o says what is wrong", (work, args, sentence) => {
    expect(workOnRows(work, { rows, ...args })).toEqual({ ok: false, sentence });
  });
});

const rankOf = (integrity: Integrity): number => integrityLevels.indexOf(integrity);

const cell = fc.record({ value: fc.integer({ min: 0, max: 5 }), integrity: fc.constantFrom(...integrityLevels) });
const column = fc.constantFrom("a", "b");

it("launders nothing: what comes out is never trusted more than the least trusted value it was made of", () => {
  const asked = fc.record({
    work: fc.constantFrom(...rowWorks),
    field: column,
    by: column,
    is: fc.constantFrom("equal", "above", "below", "not equal"),
    value: cell,
    which: fc.constantFrom("first", "last", "largest", "smallest"),
    what: fc.constantFrom("sum", "average", "count", "smallest", "largest"),
  });
  fc.assert(
    fc.property(
      fc.array(fc.record({ a: cell, b: cell }), { maxLength: 6 }),
      asked,
      (table, { work, value, ...rest }) => {
        const args: JsonObject = {
          ...rest,
          value: value.value,
          rows: table.map(({ a, b }) => ({ a: a.value, b: b.value })),
        };
        const label = (integrity: Integrity) => ({
          label: { integrity, sources: ["s"] },
          origin: { kind: "record", title: "table" } as const,
        });
        const traced: TracedArguments = {
          value: label(value.integrity),
          ...Object.fromEntries(
            table.flatMap(({ a, b }, at) => [
              [`rows.${at}.a`, label(a.integrity)],
              [`rows.${at}.b`, label(b.integrity)],
            ]),
          ),
        };
        const worked = workOnRows(work, args);
        if (!worked.ok) return;
        const labels = carriedLabels(work, args, traced);
        for (const { path } of leaves(worked.result)) {
          const out = rankOf(labels[path]?.label.integrity ?? "untrusted");
          for (const [made, parts] of worked.from) {
            if (path !== made) continue;
            for (const part of parts)
              expect(out).toBeGreaterThanOrEqual(rankOf(traced[part]?.label.integrity ?? "untrusted"));
          }
          const isSteered =
            value.integrity === "untrusted" || table.some((row) => row[rest.field].integrity === "untrusted");
          if (isSteered) expect(out).toBeGreaterThanOrEqual(rankOf("structured"));
        }
      },
    ),
  );
});

describe("a value that went through the tools", () => {
  const table: LabelledText = {
    kind: "result",
    key: "t1/a/0/h0.c0",
    tool: "read_table",
    title: "table invoices",
    value: { rows },
    origins: { "rows.id": "system", "rows.amount": "system" },
    args: { table: "invoices" },
    query: {
      table: { label: { integrity: "user", sources: ["t1/in"] }, origin: { kind: "user", title: "your message" } },
    },
    queryRoles: { table: "id" },
    created: false,
  };
  const words: LabelledText = {
    kind: "text",
    key: "t1/in",
    title: "your message",
    integrity: "user",
    text: "Pay the largest invoice",
  };
  const places = new Map([["rows", { key: table.key, path: "rows" }]]);

  function through(work: "pick" | "add-up", more: JsonObject): LabelledText {
    const args = { rows, ...more };
    const traced = traceArguments(args, { values: [words, table] }, places);
    const worked = workOnRows(work, args);
    if (!worked.ok) throw new Error(worked.sentence);
    const carried = carriedLabels(work, args, traced);
    const query = { kind: "result", key: "t1/a/0/h1.c0", tool: "made", title: "answer of made", args } as const;
    return {
      ...query,
      value: worked.result,
      origins: {},
      query: traced,
      queryRoles: { rows: "value" },
      created: false,
      carried,
    };
  }

  function worth(made: LabelledText, value: string | number, path: string) {
    const at = new Map([["x", { key: made.key, path }]]);
    return traceArguments({ x: value }, { values: [table, made] }, at)["x"];
  }

  it("a sum over system fields is a system field, one over outside text is outside text", () => {
    const sum = through("add-up", { field: "amount", what: "sum" });
    expect(worth(sum, 40.3, "value")?.label.integrity).toBe("structured");
    const count = through("add-up", { field: "memo", what: "count" });
    expect(worth(count, 3, "value")?.label.integrity).toBe("untrusted");
  });

  it("what somebody wrote into a picked row stays outside text, and says which table it came from", () => {
    const picked = through("pick", { which: "largest", field: "amount" });
    expect(worth(picked, "a", "row.memo")?.label.integrity).toBe("untrusted");
    expect(worth(picked, "I-3", "row.id")?.origin).toMatchObject({ kind: "record", title: "table invoices" });
  });
});
