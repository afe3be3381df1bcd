import type { CodeReads, JsonObject, JsonValue } from "#engine";
import { reservedName } from "./authorizer.ts";

export interface SqlColumn {
  readonly name: string;
  /** SQLite's affinity; none where the values are of several kinds, so that each stays what it is. */
  readonly type: "INTEGER" | "REAL" | "TEXT" | "";
}

export interface SqlTable {
  readonly name: string;
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly JsonObject[];
  /** Whether the number of a row may be asked for: only where all of the table may be read. */
  readonly hasRowId: boolean;
}

export interface SqlInput {
  readonly tables: readonly SqlTable[];
  /** What `:name` stands for. */
  readonly parameters: ReadonlyMap<string, JsonValue>;
  /** Names, in lower case, of tables and columns that came in and are not granted. They do not exist for the query. */
  readonly withheld: ReadonlySet<string>;
  /** Tables without rows whose columns nobody named, so that they cannot be made. */
  readonly unknown: readonly string[];
}

/** SQLite's own limit. */
const maximumColumns = 2_000;

type Reading = { readonly ok: true; readonly input: SqlInput } | { readonly ok: false; readonly message: string };

/**
 * What a query sees of its input: each list of objects is a table, everything else a parameter; an input that is no object
 * is called `input`. Only what `reads` names comes in. A table without rows has the columns that `reads` gives it.
 */
export function readSqlInput(value: JsonValue, reads: CodeReads | undefined): Reading {
  const tables: SqlTable[] = [];
  const parameters = new Map<string, JsonValue>();
  const withheld = new Set<string>();
  const unknown: string[] = [];
  for (const [name, part] of Object.entries(isObject(value) ? value : { input: value })) {
    const rows = rowsOf(part);
    if (rows === undefined || rows.length === 0) parameters.set(name, part);
    if (rows === undefined) continue;
    const granted = reads === undefined ? "all" : Object.hasOwn(reads, name) ? (reads[name] ?? []) : [];
    const found = columnsOf(rows);
    const columns = granted === "all" ? found : columnsNamed(granted, found);
    if (columns.length > 0) tables.push({ name, columns, rows, hasRowId: granted === "all" });
    else if (granted === "all") unknown.push(lower(name));
    else withheld.add(lower(name));
    const kept = new Set(columns.map((column) => column.name));
    for (const column of found) if (!kept.has(column.name)) withheld.add(lower(column.name));
  }
  const message = problemOf(tables);
  return message === undefined
    ? { ok: true, input: { tables, parameters, withheld, unknown } }
    : { ok: false, message };
}

/** ASCII letters only, as SQLite compares names. */
export function lower(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function rowsOf(value: JsonValue): readonly JsonObject[] | undefined {
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function columnsOf(rows: readonly JsonObject[]): SqlColumn[] {
  const types = new Map<string, SqlColumn["type"] | undefined>();
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) types.set(name, joinTypes(types.get(name), typeOf(value)));
  return [...types].map(([name, type]) => ({ name, type: type ?? "" }));
}

/** A name means the column that is written so; else the one that differs in capitals only, as it would in SQL. */
function columnsNamed(names: readonly string[], found: readonly SqlColumn[]): SqlColumn[] {
  const exact = new Map(found.map((column) => [column.name, column]));
  const byLower = new Map(found.map((column) => [lower(column.name), column]));
  const granted = new Map<string, SqlColumn>();
  for (const name of names) {
    const column = exact.get(name) ?? byLower.get(lower(name)) ?? { name, type: "" };
    granted.set(column.name, column);
  }
  return [...granted.values()];
}

/** Undefined for null, which fits every type. */
function typeOf(value: JsonValue): SqlColumn["type"] | undefined {
  if (value === null) return undefined;
  if (typeof value === "number") return Number.isSafeInteger(value) ? "INTEGER" : "REAL";
  return typeof value === "boolean" ? "INTEGER" : "TEXT";
}

function joinTypes(
  one: SqlColumn["type"] | undefined,
  other: SqlColumn["type"] | undefined,
): SqlColumn["type"] | undefined {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  return one !== "" && one !== "TEXT" && other !== "" && other !== "TEXT" ? "REAL" : "";
}

/** Names reach SQLite within statements of ours, so what cannot be a name there is refused here, with the reason. */
function problemOf(tables: readonly SqlTable[]): string | undefined {
  const twice = collision(tables.map(({ name }) => name));
  if (twice !== undefined) return `The tables ${twice} differ in capital letters only, which SQL does not tell apart.`;
  for (const { name, columns } of tables) {
    if (name === "" || name.includes("\0") || reservedName.test(name)) return `A table cannot be called "${name}".`;
    if (columns.length > maximumColumns) return `The table "${name}" has more than ${maximumColumns} columns.`;
    if (columns.some((column) => column.name.includes("\0"))) return `A column of "${name}" has a NUL in its name.`;
    const columnTwice = collision(columns.map((column) => column.name));
    if (columnTwice !== undefined)
      return `The columns ${columnTwice} of "${name}" differ in capital letters only, which SQL does not tell apart.`;
  }
  return undefined;
}

function collision(names: readonly string[]): string | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const other = seen.get(lower(name));
    if (other !== undefined) return `"${other}" and "${name}"`;
    seen.set(lower(name), name);
  }
  return undefined;
}
