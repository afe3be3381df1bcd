import { afterAll, describe, expect, test } from "vitest";
import { codeLanguage, codeLimits, type JsonValue } from "#engine";
import { createNodeCodeRunner } from "#hosts/node";
import { insertionOf, snippetGroups, snippets, snippetsFor, type Snippet } from "./index.ts";

const runner = createNodeCodeRunner();
afterAll(() => runner.close());

async function runs({ language }: Snippet, source: string, input: JsonValue) {
  const request = {
    language: codeLanguage.parse(language),
    source,
    input,
    limits: codeLimits.parse({}),
    now: 0,
    seed: 1,
  };
  return runner.run({ ...request, tools: [], call: async () => null }, new AbortController().signal);
}

const orders = [
  { country: "DE", amount: 10, customer: "a", date: "2025-01-01" },
  { country: "FR", amount: 50, customer: "b", date: "2025-02-01" },
  { country: "DE", amount: "5", customer: "a", date: "2025-03-01" },
];

/** What each gives on an input, beside its plain use. */
const expected: Readonly<Record<string, readonly (readonly [JsonValue, JsonValue])[]>> = {
  isoDate: [
    [{ date: " 1.2.2025" }, "2025-02-01"],
    [{ date: "31/12/2025" }, "2025-12-31"],
    [{ date: "31.2.2025" }, null],
    [{ date: "soon" }, null],
    [{ date: "31.12.25" }, null],
    [{ date: "1.1.0000" }, null],
  ],
  daysBetween: [
    [{ from: "2024-02-28", to: "2024-03-01" }, 2],
    [{ from: "2025-03-31", to: "2025-03-30T12:00:00Z" }, -1],
  ],
  addMonths: [
    [{ date: "2025-01-31" }, "2025-02-28"],
    [{ date: "2025-12-15" }, "2026-01-15"],
  ],
  sumBy: [
    [
      { rows: orders },
      [
        { country: "FR", rows: 1, total: 50 },
        { country: "DE", rows: 2, total: 15 },
      ],
    ],
    [{ rows: [0.1, 0.2].map((amount) => ({ country: "DE", amount })) }, [{ country: "DE", rows: 2, total: 0.3 }]],
  ],
  newestOf: [
    [{ rows: orders }, [orders[2] ?? null, orders[1] ?? null]],
    [{ rows: [{ customer: "a" }, { customer: "a", date: "2025-01-01" }] }, [{ customer: "a", date: "2025-01-01" }]],
  ],
  join: [
    [
      { orders: [{ customerId: 1, total: 5 }, { customerId: 3 }], customers: [{ customerId: 1, name: "Mia" }, {}] },
      [{ customerId: 1, name: "Mia", total: 5 }, { customerId: 3 }],
    ],
  ],
  csvToRows: [
    [
      { text: "\ufeffa,b\n1\n\n2,3" },
      [
        { a: "1", b: "" },
        { a: "2", b: "3" },
      ],
    ],
    [
      { text: 'name,note\r\nMia,"a, ""b""\nc"\nTom,\n' },
      [
        { name: "Mia", note: 'a, "b"\nc' },
        { name: "Tom", note: "" },
      ],
    ],
  ],
  rowsToCsv: [
    [{ rows: [{ a: [1], b: "x\ry" }] }, 'a,b\n[1],"x\ry"'],
    [
      {
        rows: [
          { a: 'x, "y"', b: -1 },
          { a: "=1+1", c: null },
        ],
      },
      'a,b,c\n"x, ""y""",-1,\n\'=1+1,,',
    ],
  ],
  renameFields: [
    [
      { rows: [{ order_id: 7, amount: 3, secret: 1 }, {}] },
      [
        { id: 7, total: 3 },
        { id: null, total: null },
      ],
    ],
  ],
  flatten: [
    [
      { a: { b: { c: 1 }, d: [1] }, e: null },
      { "a.b.c": 1, "a.d": [1], e: null },
    ],
  ],
  spread: [
    [
      { orders: [{ id: 1, lines: [{ sku: "x" }, { sku: "y" }] }, { id: 2 }] },
      [
        { id: 1, sku: "x" },
        { id: 1, sku: "y" },
      ],
    ],
  ],
  tidy: [[{ text: " a\u00a0\u200b b \r\n\n\n\n c\t" }, "a b\n\nc"]],
  readAmount: [
    [{ text: "Total: 1.234,50 EUR" }, 1234.5],
    [{ text: "1,234.50" }, 1234.5],
    [{ text: "1234.5" }, 1234.5],
    [{ text: "-12" }, -12],
    [{ text: "\u22125,00 EUR" }, -5],
    [{ text: "- 5" }, -5],
    [{ text: "Total - 12 EUR" }, 12],
    [{ text: "1.234.567" }, 1234567],
    [{ text: "0.125" }, 0.125],
    [{ text: "nothing" }, null],
  ],
  hideAddresses: [
    [{ text: "<x.y+z@sub.b.co>" }, "<x***@sub.b.co>"],
    [{ text: "Write to anna.b@example.co.uk, not to @home." }, "Write to a***@example.co.uk, not to @home."],
  ],
};

test("every snippet is tried, and there are some in each group", () => {
  const tried = new Set([...Object.keys(expected), ...Object.keys(answers)]);
  expect(new Set(snippets.map(({ id }) => id))).toEqual(tried);
  const [names, spoken] = [
    snippets.map(({ id, language }) => `${language} ${id}`),
    new Set(["javascript", "python", "sql"]),
  ];
  expect(names).toEqual([...new Set(names)]);
  expect(new Set(snippets.map(({ language }) => language))).toEqual(spoken);
  for (const each of ["typescript", "python", "sql"])
    expect([...new Set(snippetsFor(each, snippets).map(({ group }) => group))].sort()).toEqual(
      [...snippetGroups].sort(),
    );
  expect(snippetsFor("cobol", snippets)).toEqual([]);
});

/** What the queries give, which see tables. */
const answers: typeof expected = {
  perMonth: [
    [
      { rows: [...orders, { date: "2025-03-31", amount: 1 }] },
      [
        { month: "2025-01", rows: 1, total: 10 },
        { month: "2025-02", rows: 1, total: 50 },
        { month: "2025-03", rows: 2, total: 6 },
      ],
    ],
  ],
  daysBetween: [
    [{ rows: [{ from: "2024-02-28", to: "2024-03-01" }] }, [{ from: "2024-02-28", to: "2024-03-01", days: 2 }]],
    [
      { rows: [{ from: "2024-02-28T22:00", to: "2024-03-01T01:00" }] },
      [{ from: "2024-02-28T22:00", to: "2024-03-01T01:00", days: 2 }],
    ],
  ],
  sumBy: expected["sumBy"] ?? [],
  newestOf: [[{ rows: orders }, [orders[2] ?? null, orders[1] ?? null]]],
  join: [
    [
      { orders: [{ customerId: 1, total: 5 }, { customerId: 3 }], customers: [{ customerId: 1, name: "Mia" }] },
      [
        { customerId: 1, total: 5, name: "Mia" },
        { customerId: 3, total: null, name: null },
      ],
    ],
  ],
  amountsOfText: [
    [{ rows: [{ name: "a", amount: "1.234,50" }] }, [{ name: "a", amount: 1234.5 }]],
    [{ rows: [{ name: "a", amount: "1234.5" }] }, [{ name: "a", amount: 1234.5 }]],
    [{ rows: [{ name: "a", amount: "none" }] }, [{ name: "a", amount: null }]],
  ],
  spread: expected["spread"] ?? [],
  tidy: [
    [
      { rows: [{ name: " Mia" }, { name: "mia " }, { name: "Tom" }] },
      [
        { name: "mia", spellings: 2 },
        { name: "tom", spellings: 1 },
      ],
    ],
  ],
};

describe.each(snippets)("$id in $language", (snippet) => {
  const cases = (snippet.language === "sql" ? answers : expected)[snippet.id] ?? [];
  test("has an example", () => expect(cases.length).toBeGreaterThan(0));
  test.each(cases)("%j", async (input, value) => {
    const { text, replacesAll } = insertionOf(
      snippet,
      snippet.language === "sql" ? "SELECT * FROM rows" : "return input;\n",
    );
    expect(replacesAll).toBe(true);
    expect(await runs(snippet, text, input)).toMatchObject({ outcome: "value", value });
  });
});

test("in JavaScript an address may have letters of any language", async () => {
  const hide = snippets.find(({ id, language }) => id === "hideAddresses" && language === "javascript");
  if (hide === undefined) throw new Error("There is no such snippet.");
  const { text } = insertionOf(hide, "return input;");
  expect(await runs(hide, text, { text: "ä.ö@müller.de." })).toMatchObject({ value: "ä***@müller.de." });
});

test.each([
  ["javascript", "return 1;", 1],
  ["python", "return 1", 1],
  ["sql", "SELECT 1 AS n", [{ n: 1 }]],
])("in %s of one's own all snippets stand beside each other and change nothing", async (language, own, value) => {
  const spoken = snippetsFor(language, snippets);
  const [first] = spoken;
  if (first === undefined) throw new Error(`There is no snippet in ${language}.`);
  const inserted = spoken.map((snippet) => insertionOf(snippet, "result = 1;"));
  expect(inserted.some(({ replacesAll }) => replacesAll)).toBe(false);
  const source = inserted.map(({ text }) => text).join("") + own;
  expect(await runs(first, source, {})).toMatchObject({ outcome: "value", value });
});
