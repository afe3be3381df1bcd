type Row = Readonly<Record<string, unknown>>;

/** Rows to be shown as a table, and its columns in their order. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * A list of objects as a table; undefined for any other value, and for an empty list where nobody names its columns.
 * @param order names that come first, as far as a row has them; the others follow as they are met.
 */
export function tableOf(value: unknown, order: readonly string[] = []): TableRows | undefined {
  if (!Array.isArray(value) || !value.every(isRow)) return undefined;
  const met = new Set<string>();
  for (const row of value) for (const name of Object.keys(row)) met.add(name);
  const named = value.length === 0 ? order : order.filter((name) => met.has(name));
  const columns = [...new Set([...named, ...met])];
  return columns.length === 0 ? undefined : { columns, rows: value };
}

/** The table that a text is, where a step wrote rows as text; undefined for any other text. */
export function rowsIn(text: string): TableRows | undefined {
  if (!/^\s*\[\s*\{/.test(text) || !/\}\s*\]\s*$/.test(text)) return undefined;
  try {
    return tableOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
