import type { CodeRequest, JsonValue } from "#engine";

/** What a query sees of a sample. */
export interface Query extends Required<Pick<CodeRequest, "input" | "reads">> {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** What is written `:name`. */
  readonly values: readonly string[];
}

/** Makes of a sample what the query would see in a run; a sentence where the run would fail before it is asked. */
export type QueryOf = (sample: JsonValue) => Query | string;
