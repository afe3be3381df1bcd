import {
  codeLimits,
  isJsonArray,
  isJsonObject,
  joinLabels,
  labelled,
  type GuardedCode,
  type JsonValue,
  type Label,
  type Labelled,
} from "#engine";
import { valueOf } from "#pillars/sandbox/step-value";
import { queryInput, type Arrived } from "./tables.ts";

interface Work {
  readonly config: Pick<Arrived, "tables" | "own"> & {
    readonly source: string;
    readonly seconds: number;
    readonly megabytes: number;
    readonly rows: number;
  };
  readonly inputs: Readonly<Record<string, JsonValue | undefined>>;
  readonly labels: Readonly<Record<string, Label>>;
  readonly host: { readonly code: GuardedCode };
}

/** Loaded when the step runs: a drawing of it does not need this. */
export async function runQuery(
  { config, inputs, labels, host }: Work,
  ports: readonly string[],
): Promise<{ rows: Labelled }> {
  const { source, seconds, megabytes, rows, tables, own } = config;
  const { input, reads } = queryInput({ inputs, ports, tables, own });
  const limits = codeLimits.parse({ timeMs: Math.round(seconds * 1000), memoryBytes: megabytes * 2 ** 20, rows });
  const ran = await host.code.run("run", { language: "sql", source, input, reads, limits });
  const value = valueOf(ran, limits, "query");
  return { rows: labelled(inOrder(value, ran.columns), joinLabels(Object.values(labels))) };
}

/** Rows with their columns in the order of the query: the log keeps them sorted, and who reads them does not want that. */
function inOrder(rows: JsonValue, columns: readonly string[] = []): JsonValue {
  if (!isJsonArray(rows)) return rows;
  return rows.map((row) => {
    if (!isJsonObject(row)) return row;
    const named = columns.flatMap((each) => (Object.hasOwn(row, each) ? [[each, row[each] ?? null] as const] : []));
    return { ...Object.fromEntries(named), ...row };
  });
}
