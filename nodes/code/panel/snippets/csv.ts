import type { Snippet } from "./snippet.ts";

const about = { group: "csv", language: "javascript" } as const;

export const csv: readonly Snippet[] = [
  {
    ...about,
    id: "csvToRows",
    source: `/** A CSV text as rows, named by its first line. Takes quoted fields with commas and line breaks in them. */
function csvToRows(text, separator = ",") {
  const table = [[""]];
  let quoted = false;
  const letters = text.replaceAll("\\r\\n", "\\n").trimEnd();
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at];
    const fields = table[table.length - 1];
    if (letter === '"' && quoted && letters[at + 1] === '"') fields[fields.length - 1] += letters[++at];
    else if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) fields.push("");
    else if (letter === "\\n" && !quoted) table.push([""]);
    else fields[fields.length - 1] += letter;
  }
  const [names, ...rows] = table;
  const filled = rows.filter((fields) => fields.length > 1 || fields[0] !== "");
  return filled.map((fields) => Object.fromEntries(names.map((name, column) => [name.trim(), fields[column] ?? ""])));
}`,
    use: "csvToRows(input.text)",
  },
  {
    ...about,
    id: "rowsToCsv",
    source: `/** Rows as a CSV text. A field that a spreadsheet would take for a formula is written as text. */
function rowsToCsv(rows, separator = ",") {
  const names = Object.keys(Object.assign({}, ...rows));
  const field = (value) => {
    const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
    const safe = typeof value === "string" && /^[=+\\-@\\t]/.test(text) ? "'" + text : text;
    return /["\\r\\n]/.test(safe) || safe.includes(separator) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const lines = rows.map((row) => names.map((name) => field(row[name])).join(separator));
  return [names.map(field).join(separator), ...lines].join("\\n");
}`,
    use: "rowsToCsv(input.rows)",
  },
];
