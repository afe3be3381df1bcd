import type { GuestEnding } from "../engine.ts";
import { code, outOfMemory, type Database } from "./database.ts";
import { sentences } from "./sentences.ts";

const kind = { integer: 1, real: 2, text: 3, blob: 4 } as const;

interface Caps {
  readonly rows: number;
  /** UTF-16 units of the JSON text; its bytes are counted by whoever takes it. */
  readonly units: number;
}

/**
 * Steps through a query and writes its rows as the text of a JSON list of objects. Throws a SqlFault when SQLite stops.
 * Integers that a JSON number would round, and infinities, are text.
 */
export function readRows(database: Database, statement: number, caps: Caps): GuestEnding {
  const { calls } = database.library;
  const keys = distinctNames(columnNames(database, statement)).map((name) => JSON.stringify(name));
  const rows: string[] = [];
  let units = 2;
  while (database.check(calls.sqlite3_step(statement)) === code.row) {
    if (rows.length >= caps.rows) return { how: "too-many-rows" };
    const fields: string[] = [];
    for (let column = 0; column < keys.length; column++) {
      const value = readValue(database, statement, column);
      if (value === undefined) {
        const message = sentences.bytes(keys[column] ?? "");
        return { how: "thrown", message, isDenial: false };
      }
      fields.push(`${keys[column]}:${value}`);
    }
    const row = `{${fields.join(",")}}`;
    units += row.length + 1;
    if (units > caps.units) return { how: "too-large" };
    rows.push(row);
  }
  return { how: "value", text: `[${rows.join(",")}]`, columns: `[${keys.join(",")}]` };
}

function columnNames({ library: { calls, memory } }: Database, statement: number): string[] {
  const count = calls.sqlite3_column_count(statement);
  return Array.from({ length: count }, (_, column) => memory.readText(calls.sqlite3_column_name(statement, column)));
}

/** "id", "id" -> "id", "id_2": both are wanted, and an object has each name once. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const used = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; used.has(free); number++) {
      const next = `${name}_${number}`;
      free = taken.has(next) ? free : next;
    }
    used.add(free);
    return free;
  });
}

/** The JSON text of a cell; undefined when it holds bytes. */
function readValue({ library: { calls, memory } }: Database, statement: number, column: number): string | undefined {
  // The text first, its length after: asking for the text may change how long it is.
  const text = () => {
    const at = calls.sqlite3_column_text(statement, column);
    if (at === 0) throw outOfMemory();
    return JSON.stringify(memory.readText(at, calls.sqlite3_column_bytes(statement, column)));
  };
  switch (calls.sqlite3_column_type(statement, column)) {
    case kind.integer: {
      const number = calls.sqlite3_column_double(statement, column);
      return Number.isSafeInteger(number) ? String(number) : text();
    }
    case kind.real: {
      const number = calls.sqlite3_column_double(statement, column);
      return Number.isFinite(number) ? JSON.stringify(number) : JSON.stringify(String(number));
    }
    case kind.text:
      return text();
    case kind.blob:
      return undefined;
    default:
      return "null";
  }
}
