import type { JsonObject, JsonValue } from "#engine";
import { z } from "zod";

const name = z.string().regex(/^[a-z]\w{0,40}$/iu);

/** What of one table another has not settled: which tables, by which field their rows belong together, and what is added up for whom. */
const question = z.strictObject({
  $write: z.strictObject({ table: name, settledBy: name, on: name, field: name, per: name, upTo: z.string().max(40) }),
});

/** The arguments of a step, with code in place of the question that it has to answer. The only kind of code that this assistant writes. */
export function withCode(args: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, written(value)]));
}

function written(value: JsonValue): JsonValue {
  const asked = question.safeParse(value);
  if (!asked.success) return value;
  const { table, settledBy, on, field, per, upTo } = asked.data.$write;
  return `// ${table}, less what ${settledBy} has settled, for each ${per}, up to ${upTo}
const rowsOf = async (table) => {
  const { rows } = await host.call("read_table", { table });
  return rows.filter(({ month }) => month <= ${JSON.stringify(upTo)});
};
const settled = new Map();
for (const row of await rowsOf("${settledBy}")) settled.set(row.${on}, (settled.get(row.${on}) ?? 0) + row.${field});
const open = {};
for (const row of await rowsOf("${table}")) {
  const rest = row.${field} - (settled.get(row.${on}) ?? 0);
  if (rest <= 0) continue;
  open[row.${per}] ??= { ${per}: row.${per}, ${field}: 0, of: [] };
  open[row.${per}].${field} += rest;
  open[row.${per}].of.push(row.${on});
}
const rows = Object.values(open).sort((a, b) => b.${field} - a.${field});
console.log(rows.length + " with something open");
return { rows, total: rows.reduce((sum, row) => sum + row.${field}, 0) };`;
}
