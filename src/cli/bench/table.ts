import type { Bench } from "./benchmark.ts";

/** One line a row, as wide as its widest cell, and the totals below. */
export function tableOf({ figures, rows }: Pick<Bench, "figures" | "rows">): readonly string[] {
  const cells = rows.map((row) => Object.values(row).map(String));
  const widths = (cells[0] ?? []).map((_, at) =>
    Math.max(...[titles(rows), ...cells].map((row) => (row[at] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  const totals = Object.entries(figures).map(
    ([name, value]) => `${name.padEnd(28)} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
  );
  return [line(titles(rows)), ...cells.map(line), "", ...totals];
}

function titles(rows: readonly object[]): readonly string[] {
  return Object.keys(rows[0] ?? {});
}
