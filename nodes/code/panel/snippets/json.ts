import type { Snippet } from "./snippet.ts";

const about = { group: "json", language: "javascript" } as const;

export const json: readonly Snippet[] = [
  {
    ...about,
    id: "renameFields",
    source: `/** Rows with some fields only, under other names: { newName: "oldName" }. */
function renameFields(rows, names) {
  return rows.map((row) =>
    Object.fromEntries(Object.keys(names).map((name) => [name, row[names[name]] ?? null])),
  );
}`,
    use: 'renameFields(input.rows, { id: "order_id", total: "amount" })',
  },
  {
    ...about,
    id: "flatten",
    source: `/** An object without inner objects: { customer: { name } } becomes { "customer.name": ... }. Lists stay. */
function flatten(value, before = "") {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      const isInner = typeof field === "object" && field !== null && !Array.isArray(field);
      return isInner ? Object.entries(flatten(field, before + name + ".")) : [[before + name, field]];
    }),
  );
}`,
    use: "flatten(input)",
  },
  {
    ...about,
    id: "spread",
    source: `/** One row for each item of an inner list, with the outer fields beside it. */
function spread(rows, list) {
  const fields = (item) => (typeof item === "object" ? item : { [list]: item });
  return rows.flatMap(({ [list]: items, ...outer }) => (items ?? []).map((item) => ({ ...outer, ...fields(item) })));
}`,
    use: 'spread(input.orders, "lines")',
  },
];
