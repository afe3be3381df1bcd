import { isJsonArray, isJsonObject, RunError, type CodeReads, type JsonObject, type JsonValue } from "#engine";
import { readCsv } from "./csv.ts";

export interface NamedTable {
  /** A port; "values" for a table among the values. */
  readonly input: string;
  readonly name: string;
  /** Those that the query may read; none means all. */
  readonly columns: readonly string[];
}

export interface Arrived {
  /** What came in, by port; undefined where nothing is wired. */
  readonly inputs: Readonly<Record<string, JsonValue | undefined>>;
  /** Those that bring one table each, in their order. */
  readonly ports: readonly string[];
  readonly tables: readonly NamedTable[];
  /** The author's own, as comma-separated text. */
  readonly own: readonly { readonly name: string; readonly text: string }[];
}

/**
 * What the query sees: each table under its name, everything else in `values` as `:name`; and which of their columns it may
 * read. A wire whose table was given no name has the name of its port.
 */
export function queryInput({ inputs, ports, tables, own }: Arrived): { input: JsonObject; reads: CodeReads } {
  const { values } = inputs;
  const input: Record<string, JsonValue> = isJsonObject(values) ? { ...values } : {};
  if (values !== undefined && !isJsonObject(values)) input["value"] = values;
  const named = (port: string, name?: string) =>
    tables.find((table) => table.input === port && (name === undefined || table.name === name));
  const reads: Record<string, "all" | readonly string[]> = {};
  const allow = (name: string, table: NamedTable | undefined) => {
    reads[name] = table === undefined || table.columns.length === 0 ? "all" : table.columns;
  };
  for (const [name, value] of Object.entries(input)) if (isTable(value)) allow(name, named("values", name));

  const add = (name: string, rows: readonly JsonObject[], table?: NamedTable) => {
    if (Object.hasOwn(input, name)) throw new RunError("bad-config", `Two inputs of the query are called “${name}”.`);
    input[name] = rows;
    allow(name, table);
  };
  for (const { name, text } of own) add(name, readCsv(text));
  for (const port of ports) {
    const value = inputs[port];
    if (value === undefined) continue;
    const table = named(port);
    add(table?.name ?? port, tableOf(value, port), table);
  }
  return { input, reads };
}

/** A list of rows, an object that holds one such list (as tools answer), or comma-separated text. */
function tableOf(value: JsonValue, port: string): readonly JsonObject[] {
  if (isTable(value)) return value;
  if (typeof value === "string") return readCsv(value);
  const lists = isJsonObject(value) ? Object.values(value).filter(isTable) : [];
  const [only] = lists;
  if (only === undefined || lists.length > 1)
    throw new RunError(
      "node-failed",
      `What comes in at “${port}” is no table: it holds ${lists.length} lists of rows.`,
    );
  return only;
}

function isTable(value: JsonValue): value is readonly JsonObject[] {
  return isJsonArray(value) && value.every(isJsonObject);
}
