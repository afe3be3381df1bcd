import type { JsonObject, JsonValue } from "#engine";

/**
 * Rows of comma-separated text (RFC 4180) under the names in its first line. The separator is the one of comma, semicolon and
 * tab that the first line has most of. A column of numbers alone holds numbers, and an empty cell is null. Columns
 * without a name, and cells beyond the last name, are left out.
 */
export function readCsv(text: string): readonly JsonObject[] {
  const [names = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, ""));
  const columns = names.map((name) => name.trim());
  const isNumeric = columns.map((_, at) => lines.every((cells) => isPlainNumber(cells[at])));
  const valueOf = (cell: string | undefined, at: number): JsonValue => {
    if (cell === undefined || cell === "") return null;
    return isNumeric[at] === true ? Number(cell) : cell;
  };
  return lines.map((cells) =>
    Object.fromEntries(columns.flatMap((name, at) => (name === "" ? [] : [[name, valueOf(cells[at], at)]]))),
  );
}

/** A number as a person writes it. With leading zeros or very many digits it is a code, and stays text. */
function isPlainNumber(cell = ""): boolean {
  return /^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)?$/.test(cell);
}

function cellsOf(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = cellAt(text, at, separator);
    row.push(cell);
    if (text[end] === separator) {
      at = end + 1;
      if (at < text.length) continue;
      row.push("");
    } else at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

/** The cell that begins at `at`, and where it ends. A quoted one may hold separators, line ends and doubled quotes. */
function cellAt(text: string, at: number, separator: string): { readonly cell: string; readonly end: number } {
  let cell = "";
  let from = at;
  while (text[from] === '"') {
    const close = text.indexOf('"', from + 1);
    const end = close < 0 ? text.length : close;
    cell += text.slice(from + 1, end);
    from = end + 1;
    if (text[from] === '"') cell += '"';
  }
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { cell: cell + text.slice(from, end), end };
}

function separatorOf(text: string): string {
  const [line = ""] = text.split(/[\r\n]/, 1);
  const counts = [",", ";", "\t"].map((separator) => ({ separator, count: line.split(separator).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.separator ?? ",";
}
