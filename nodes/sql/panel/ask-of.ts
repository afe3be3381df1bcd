import {
  isJsonArray,
  isJsonObject,
  jsonObject,
  RunError,
  type CodeReads,
  type JsonObject,
  type JsonValue,
} from "#engine";
import { querySettings, tablePorts } from "../index.ts";
import { queryInput } from "../tables.ts";

/** A query with a sample: the tables as a run would have them, with only the columns that it may read. */
export interface Ask {
  readonly input: JsonObject;
  readonly reads: CodeReads;
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** What is written `:name`. */
  readonly values: readonly string[];
}

/** Rows that are looked at for their columns. */
const mostRows = 50;

/**
 * What a query would see, made of what came in (by wire) and the settings by the same steps as in a run, so that a trial reaches
 * no table and no column that the run does not.
 * @returns a sentence where the run would fail before the query is asked.
 */
export function askOf(config: Readonly<Record<string, unknown>>, sample: JsonValue): Ask | string {
  const settings = querySettings.safeParse(config);
  const inputs = sample === null ? {} : jsonObject.safeParse(sample).data;
  if (!settings.success) return "The settings of the query are not right yet.";
  if (inputs === undefined) return "What comes in is an object with a list of rows for each wire.";
  try {
    const { tables, own } = settings.data;
    const { input, reads } = queryInput({ inputs, ports: tablePorts, tables, own });
    return {
      input,
      reads,
      tables: Object.entries(reads).map(([name, columns]) => ({
        name,
        columns: columns === "all" ? columnsOf(input[name]) : columns,
      })),
      values: Object.keys(input).filter((name) => !Object.hasOwn(reads, name)),
    };
  } catch (problem) {
    if (problem instanceof RunError) return problem.message;
    throw problem;
  }
}

function columnsOf(rows: JsonValue | undefined): readonly string[] {
  const seen = isJsonArray(rows) ? rows.slice(0, mostRows).filter(isJsonObject) : [];
  return [...new Set(seen.flatMap((row) => Object.keys(row)))];
}
