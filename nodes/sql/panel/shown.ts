import type { z } from "zod";
import { querySettings } from "../index.ts";

/** The values that the slider of the rows stops at. */
export const rowStops = [10, 50, 100, 500, 1_000, 5_000, 10_000];

type Shown = z.infer<typeof querySettings>;

/** What the panel shows: what is stored, and the step's own defaults for what is not there or cannot be taken. */
export function shownQuery(value: Readonly<Record<string, unknown>>): Shown {
  const { purpose, source, tables, own, rows, seconds, megabytes } = querySettings.shape;
  const read = <T>(field: z.ZodType<T>, stored: unknown): T => field.safeParse(stored).data ?? field.parse(undefined);
  return {
    purpose: read(purpose, value["purpose"]),
    source: read(source, value["source"]),
    tables: read(tables, value["tables"]),
    own: read(own, value["own"]),
    rows: read(rows, value["rows"]),
    seconds: read(seconds, value["seconds"]),
    megabytes: read(megabytes, value["megabytes"]),
  };
}

/** What a query may read of the tables that are named: those that it reads whole, and of the others their columns. */
export function readsOf({ tables, own }: Pick<Shown, "tables" | "own">) {
  const isWhole = ({ columns }: Shown["tables"][number]) => columns.length === 0;
  return {
    whole: [...tables.filter(isWhole), ...own].map(({ name }) => name),
    parts: tables.filter((table) => !isWhole(table)),
  };
}
