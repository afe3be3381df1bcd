import { useKitWords } from "../kit-words.tsx";
import type { DataTableProps } from "../data-table.tsx";
import { classes } from "../words.ts";

/** More would make the page slow, and nobody reads them here. */
const most = { rows: 100, columns: 40 };

/** Rows as data, never styled by what they say: the first of them, and how many there are. */
export function TableView({ table, label }: DataTableProps) {
  const t = useKitWords().table;
  const columns = table.columns.slice(0, most.columns);
  const rows = table.rows.slice(0, most.rows);
  const numeric = new Set(columns.filter((name) => isNumeric(rows.map((row) => cellOf(row, name)))));
  const all = table.rows.length;
  const count = all > rows.length ? t.firstRows(rows.length, all) : t.rows(all);
  const isCut = table.columns.length > columns.length;
  return (
    <figure className="data-table">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <div className="data-table-box" role="region" aria-label={label ?? t.label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className={classes(numeric.has(name) && "num")}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {columns.map((name) => (
                  <Cell key={name} value={cellOf(row, name)} isNumeric={numeric.has(name)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className="small t2">
        {isCut ? `${count}, ${t.firstColumns(columns.length, table.columns.length)}` : count}
      </figcaption>
    </figure>
  );
}

function Cell({ value, isNumeric }: { value: unknown; isNumeric: boolean }) {
  if (value === null || value === undefined) return <td className={classes("t3", isNumeric && "num")}>–</td>;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return (
    <td className={classes(isNumeric && "num")} title={text.length > 40 ? text.slice(0, 2_000) : undefined}>
      {text.length > 300 ? `${text.slice(0, 300)}…` : text}
    </td>
  );
}

function cellOf(row: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

function isNumeric(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => cell !== null && cell !== undefined);
  return filled.length > 0 && filled.every((cell) => typeof cell === "number");
}
