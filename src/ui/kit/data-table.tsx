import { lazy, Suspense } from "react";
import type { TableRows } from "./rows-of.ts";

export type DataTableProps = { table: TableRows; label?: string };

const TableView = lazy(async () => ({ default: (await import("./data-table/table-view.tsx")).TableView }));

/** Rows as data: the first of them, and how many there are. Fetched with the first table that is shown. */
export function DataTable(props: DataTableProps) {
  return (
    <Suspense fallback={<div className="data-table" />}>
      <TableView {...props} />
    </Suspense>
  );
}
