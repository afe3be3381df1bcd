import type { CodeLimits } from "#engine";
import { rowsOf } from "#pillars/sandbox";
import type { GuestEnding } from "../engine.ts";
import { bindValue } from "./bind.ts";
import { SqlFault, type Database } from "./database.ts";
import { readRows } from "./rows.ts";
import { sentences } from "./sentences.ts";
import type { SqlInput } from "./tables.ts";

/** Compiles one query, binds what it names and reads its rows. Throws a SqlFault when SQLite stops. */
export function runQuery(database: Database, sql: string, input: SqlInput, limits: CodeLimits): GuestEnding {
  const { calls } = database.library;
  // SQLite would read up to it, and a person has been shown what stands behind.
  if (sql.includes("\0")) return failed(sentences.nul);
  const { statement, rest } = database.prepare(sql);
  if (statement === 0) return failed(sentences.empty);
  if (holdsStatement(database, rest)) return failed(sentences.second, lineOf(sql, rest));
  const isQuery = calls.sqlite3_column_count(statement) > 0 && calls.sqlite3_stmt_isexplain(statement) === 0;
  if (!isQuery || calls.sqlite3_stmt_readonly(statement) === 0)
    return { how: "thrown", message: sentences.write, isDenial: true };
  const unbound = bindParameters(database, statement, input);
  if (unbound !== undefined) return failed(unbound);
  return readRows(database, statement, { rows: rowsOf(limits), units: limits.valueBytes });
}

/** Comments and semicolons may follow. What cannot even be compiled counts: it is no comment. */
function holdsStatement(database: Database, rest: string): boolean {
  try {
    return database.prepare(rest).statement !== 0;
  } catch (fault) {
    if (fault instanceof SqlFault) return true;
    throw fault;
  }
}

/** Why not, as a sentence; undefined when every parameter has its value. */
function bindParameters(database: Database, statement: number, { parameters }: SqlInput): string | undefined {
  const { calls, memory } = database.library;
  const count = calls.sqlite3_bind_parameter_count(statement);
  for (let index = 1; index <= count; index++) {
    const at = calls.sqlite3_bind_parameter_name(statement, index);
    const written = at === 0 ? "?" : memory.readText(at);
    if (written.startsWith("?")) return sentences.unnamed;
    const value = parameters.get(written.slice(1));
    if (value === undefined) return sentences.unbound(written);
    bindValue(database, statement, index, value);
  }
  return undefined;
}

function lineOf(sql: string, rest: string): number {
  const before = sql.slice(0, sql.length - rest.trimStart().length);
  return before.split("\n").length;
}

function failed(message: string, line?: number): GuestEnding {
  return { how: "thrown", message, ...(line === undefined ? {} : { line }), isDenial: false };
}
