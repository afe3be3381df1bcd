/** One line of a table: what it is about, of how many, and a value for each detector that was measured. */
export interface Line {
  readonly labels: readonly string[];
  readonly n?: number;
  readonly values: ReadonlyMap<string, string>;
}

/** A titled block with a column a detector; empty where there is nothing to tell. */
export function block(title: string, labels: readonly string[], lines: readonly Line[]): readonly string[] {
  if (lines.length === 0) return [];
  const detectors = [...new Set(lines.flatMap(({ values }) => [...values.keys()]))];
  const hasCount = lines.some(({ n }) => n !== undefined);
  const marked = new Set(detectors.filter((name) => lines.some(({ values }) => values.get(name)?.endsWith("*"))));
  const head = [...labels, ...(hasCount ? ["n"] : []), ...detectors];
  const cells = lines.map((line) => [
    ...labels.map((_, at) => line.labels[at] ?? ""),
    ...(hasCount ? [String(line.n ?? "")] : []),
    ...detectors.map((name) => aligned(line.values.get(name) ?? "", marked.has(name))),
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...cells.map((row) => (row[at] ?? "").length)));
  const write = (row: readonly string[]) =>
    row
      .map((cell, at) => (at < labels.length ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [title, write(head), ...cells.map(write), ""];
}

/** Where some values bear a mark, the others keep its place free. */
function aligned(value: string, isMarkedColumn: boolean): string {
  return isMarkedColumn && !value.endsWith("*") ? `${value} ` : value;
}

export function percent(share: number | undefined): string {
  return share === undefined ? "" : (100 * share).toFixed(1);
}
