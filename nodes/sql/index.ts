import { defineNode, port, type ConfigRemark } from "#engine";
import { z } from "zod";

/** The wires that bring one table each, in the order of the card. */
export const tablePorts = ["first", "second", "third", "fourth"] as const;

const places = { first: "Table 1", second: "Table 2", third: "Table 3", fourth: "Table 4", values: "Values" } as const;
const name = z.string().trim().min(1).max(60);

const table = z.strictObject({
  input: z
    .enum([...tablePorts, "values"])
    .default("first")
    .meta({ title: "Comes in at", labels: places }),
  name: name.meta({ title: "Called" }),
  columns: z.array(z.string().min(1).max(200)).max(200).default([]).meta({
    title: "Columns it may read",
    description: "All of them, as long as none is named.",
  }),
});

const ownTable = z.strictObject({
  name: name.meta({ title: "Called" }),
  text: z.string().max(200_000).default("").meta({
    title: "Rows",
    description: "Comma-separated, the names of the columns in the first line.",
    widget: "text-file",
  }),
});

export const querySettings = z.strictObject({
  purpose: z.string().max(120).default("").meta({ title: "What it does", description: "One line for the card." }),
  source: z.string().max(262_144).default("SELECT * FROM rows").meta({
    title: "Query",
    description: "One query that reads. Write :name for a value that comes in; it is never part of the text.",
    widget: "code",
  }),
  tables: z
    .array(table)
    .max(20)
    .default([{ input: "first", name: "rows", columns: [] }])
    .meta({ title: "Tables", description: "What the tables are called that come in." }),
  own: z.array(ownTable).max(10).default([]).meta({ title: "Tables of your own" }),
  rows: z.int().min(1).max(10_000).default(1_000).meta({
    title: "Rows at most",
    description: "A query that gives more is stopped.",
  }),
  seconds: z.number().min(0.1).max(30).default(1).meta({ title: "Seconds", description: "It is stopped after this." }),
  megabytes: z.int().min(24).max(256).default(64).meta({ title: "Memory in MB", description: "It gets no more." }),
});
type Settings = z.infer<typeof querySettings>;

export const sql = defineNode({
  type: "sql",
  version: 1,
  title: "SQL",
  group: "act",
  icon: "database",
  description: "Asks a query of the tables that come in, behind two walls: it reads what you name, and nothing else.",
  summary: ({ purpose, source }) => purpose.trim() || oneLine(source),
  config: querySettings,
  inputs: {
    first: port.optional(port.json(places.first)),
    second: port.optional(port.json(places.second)),
    third: port.optional(port.json(places.third)),
    fourth: port.optional(port.json(places.fourth)),
    values: port.optional(port.json(places.values)),
  },
  outputs: { rows: port.json("Rows") },
  attach: {},
  review,
  needs: ["code"],
  effect: "write",
  run: async (work) => (await import("./run.ts")).runQuery(work, tablePorts),
});

function oneLine(source: string): string {
  const lines = source.split("\n").filter((line) => !line.trim().startsWith("--"));
  return lines.join(" ").replaceAll(/\s+/g, " ").trim().slice(0, 120) || "No query yet";
}

/** `{{ name }}` and `{% if ... %}`, as templates elsewhere write them. JSON in a text has no two braces that open. */
const template = /\{\{|\{%-?\s*[a-z]+\b[^']*%\}/;

function review({ source, tables, own }: Settings): readonly ConfigRemark[] {
  const remarks: ConfigRemark[] = [];
  const find = (message: string) => void remarks.push({ severity: "error", message });
  if (template.test(source))
    find(
      "A query takes no {{ }}: text put into it could change what it asks. Write :name, and wire the value into Values.",
    );
  const names = [...tables, ...own].map((each) => each.name.toLowerCase());
  const twice = names.find((each, at) => names.indexOf(each) !== at);
  if (twice !== undefined) find(`Two tables are called “${twice}”.`);
  const taken = tables.map(({ input }) => input).filter((input) => input !== "values");
  const place = taken.find((each, at) => taken.indexOf(each) !== at);
  if (place !== undefined) find(`${places[place]} has two names.`);
  const reserved = names.find((each) => /^(?:sqlite_|pragma_)/.test(each));
  if (reserved !== undefined) find(`A table cannot be called “${reserved}”.`);
  return remarks;
}
