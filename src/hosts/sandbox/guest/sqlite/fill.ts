import { bindValue } from "./bind.ts";
import { SqlFault, code, type Database } from "./database.ts";
import type { SqlTable } from "./tables.ts";

/** Rows between two looks at the clock. */
const rowsPerLook = 100;

/** Copies the tables in. Values are bound, never written into a statement; names are quoted. */
export function fillTables(database: Database, tables: readonly SqlTable[], mustStop: () => boolean): void {
  const look = () => {
    if (mustStop()) throw new SqlFault(code.interrupt, "interrupted", -1);
  };
  database.execute("BEGIN");
  for (const table of tables) {
    look();
    fillTable(database, table, look);
  }
  database.execute("COMMIT");
}

function fillTable(database: Database, { name, columns, rows }: SqlTable, look: () => void): void {
  const { calls } = database.library;
  const fields = columns.map((column) => `${quoted(column.name)} ${column.type}`);
  database.execute(`CREATE TABLE ${quoted(name)} (${fields.join(", ")})`);
  const { statement } = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${columns.map(() => "?").join(", ")})`);
  rows.forEach((row, at) => {
    if (at % rowsPerLook === 0) look();
    columns.forEach((column, index) => {
      const value = Object.hasOwn(row, column.name) ? row[column.name] : null;
      bindValue(database, statement, index + 1, value ?? null);
    });
    database.check(calls.sqlite3_step(statement));
    calls.sqlite3_reset(statement);
  });
  calls.sqlite3_finalize(statement);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
