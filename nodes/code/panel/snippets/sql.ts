import type { Snippet } from "./snippet.ts";

const about = { language: "sql", use: "" } as const;

/** Whole queries over a table `rows`, for the same kinds of work. */
export const sql: readonly Snippet[] = [
  {
    ...about,
    id: "perMonth",
    group: "dates",
    source: `-- How many rows each month has, and what they add up to; dates as 2025-12-31.
SELECT strftime('%Y-%m', date) AS month, count(*) AS rows, round(sum(amount), 6) AS total
FROM rows GROUP BY month ORDER BY month`,
  },
  {
    ...about,
    id: "daysBetween",
    group: "dates",
    source: `-- Whole days between two dates of each row.
SELECT *, CAST(julianday(date("to")) - julianday(date("from")) AS INTEGER) AS days FROM rows`,
  },
  {
    ...about,
    id: "sumBy",
    group: "groups",
    source: `-- One row for each country, with how many rows have it and what they add up to.
SELECT country, count(*) AS rows, round(sum(amount), 6) AS total FROM rows GROUP BY country ORDER BY total DESC`,
  },
  {
    ...about,
    id: "newestOf",
    group: "groups",
    source: `-- The newest row of each customer.
SELECT country, amount, customer, date FROM (
  SELECT *, row_number() OVER (PARTITION BY customer ORDER BY date DESC) AS place FROM rows
) WHERE place = 1 ORDER BY customer`,
  },
  {
    ...about,
    id: "join",
    group: "groups",
    source: `-- The rows of one table, each with what another table has for the same key.
SELECT o.customerId, o.total, c.name FROM orders o LEFT JOIN customers c ON c.customerId = o.customerId`,
  },
  {
    ...about,
    id: "amountsOfText",
    group: "csv",
    source: `-- A column that came as text from a file, as numbers: "1.234,50" and "1234.5" become 1234.5; what is no amount, empty.
SELECT name, CASE
  WHEN amount NOT GLOB '*[0-9]*' THEN NULL
  WHEN amount LIKE '%,%' THEN CAST(replace(replace(amount, '.', ''), ',', '.') AS REAL)
  ELSE CAST(amount AS REAL)
END AS amount FROM rows`,
  },
  {
    ...about,
    id: "spread",
    group: "json",
    source: `-- One row for each item of an inner list.
SELECT o.id, item.value ->> 'sku' AS sku FROM orders o, json_each(o.lines) item`,
  },
  {
    ...about,
    id: "tidy",
    group: "text",
    source: `-- Names in one spelling, each once.
SELECT lower(trim(name)) AS name, count(*) AS spellings FROM rows GROUP BY 1 ORDER BY 1`,
  },
];
