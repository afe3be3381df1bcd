import { csvOf, plainCell } from "../derived/csv-cells.ts";
import { marks, type BehaviourGroup, type Grouping } from "./rates.ts";

/**
 * One row for each group and mark. `rate`, `low` and `high` are shares from 0 to 1 with four decimals, `low` and `high` the
 * bounds of the 95 % interval; `differs` is `more`, `less` or empty. For spreadsheets and scripts.
 */
export function ratesCsv(groups: readonly BehaviourGroup[], grouping: Grouping): Uint8Array {
  const by = grouping.by === "attribute" ? grouping.name : grouping.by;
  const rows = groups.flatMap(({ group, rates }) =>
    marks.map((mark) => {
      const { count, of, low, high, differs } = rates[mark];
      const shares = [of === 0 ? 0 : count / of, low, high].map((share) => share.toFixed(4));
      return [plainCell(by), plainCell(group), mark, String(count), String(of), ...shares, differs ?? ""];
    }),
  );
  return csvOf([["grouped_by", "group", "outcome", "count", "of", "rate", "low", "high", "differs"], ...rows]);
}
