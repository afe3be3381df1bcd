import type { Snippet } from "./snippet.ts";

const about = { group: "groups", language: "javascript" } as const;

export const groups: readonly Snippet[] = [
  {
    ...about,
    id: "sumBy",
    source: `/** One row for each value of a field, with how many rows have it and what they add up to. */
function sumBy(rows, field, amount) {
  const sums = new Map();
  for (const row of rows) {
    const found = sums.get(row[field]) ?? { [field]: row[field], rows: 0, total: 0 };
    found.rows += 1;
    // Without the crumbs that binary fractions leave: 0.1 and 0.2 are 0.3.
    found.total = Number((found.total + Number(row[amount] ?? 0)).toFixed(6));
    sums.set(row[field], found);
  }
  return [...sums.values()].sort((a, b) => b.total - a.total);
}`,
    use: 'sumBy(input.rows, "country", "amount")',
  },
  {
    ...about,
    id: "newestOf",
    source: `/** The newest row for each value of a field; dates as "2025-12-31". */
function newestOf(rows, field, date) {
  const newest = new Map();
  for (const row of rows) {
    const found = newest.get(row[field]);
    if (found === undefined || (row[date] ?? "") > (found[date] ?? "")) newest.set(row[field], row);
  }
  return [...newest.values()];
}`,
    use: 'newestOf(input.rows, "customer", "date")',
  },
  {
    ...about,
    id: "join",
    source: `/** The rows of one list, each with the fields of the row of another list that has the same key. */
function join(rows, others, key) {
  const byKey = new Map();
  for (const other of others) byKey.set(other[key], other);
  return rows.map((row) => ({ ...byKey.get(row[key]), ...row }));
}`,
    use: 'join(input.orders, input.customers, "customerId")',
  },
];
