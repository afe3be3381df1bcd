import { equalJson, type JsonObject, type JsonValue } from "#engine";

/** A figure over a column; undefined when one of its values is no number. Sums are exact to the hundredth of a thousandth. */
export function figureOf(column: readonly (JsonValue | undefined)[], what: string): number | undefined {
  if (what === "count") return column.filter((value) => value !== undefined && value !== null).length;
  const numbers = column.filter((value) => typeof value === "number");
  if (numbers.length !== column.length) return undefined;
  if (what === "smallest" || what === "largest") return extreme(numbers, what);
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (what === "sum") return rounded(sum);
  return what === "average" && numbers.length > 0 ? rounded(sum / numbers.length) : undefined;
}

function extreme(numbers: readonly number[], what: "smallest" | "largest"): number | undefined {
  const [first, ...rest] = numbers;
  if (first === undefined) return undefined;
  return rest.reduce((best, value) => (what === "largest" ? Math.max(best, value) : Math.min(best, value)), first);
}

/** What adding fractions leaves behind the fifth place is no part of any amount. */
function rounded(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}

/** The first of the rows that come highest or lowest by a column of numbers, or of texts as ISO dates are. */
export function rank<R extends { readonly values: JsonObject }>(
  rows: readonly R[],
  field: string,
  which: string,
): R | undefined {
  const cell = ({ values }: R): JsonValue | undefined => (Object.hasOwn(values, field) ? values[field] : undefined);
  const [first, ...rest] = rows.filter((row) => ["number", "string"].includes(typeof cell(row)));
  if (first === undefined) return undefined;
  return rest.reduce((best, row) => {
    const isAbove = isMore(cell(row), cell(best));
    const isBelow = isMore(cell(best), cell(row));
    return (which === "largest" ? isAbove : isBelow) ? row : best;
  }, first);
}

function isMore(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (typeof one === "number" && typeof other === "number") return one > other;
  return typeof one === "string" && typeof other === "string" && one > other;
}

/** Whether a cell is what is asked for. What cannot be compared is not. */
export function matches(cell: JsonValue | undefined, is: string, value: JsonValue | undefined): boolean {
  if (cell === undefined || value === undefined) return false;
  switch (is) {
    case "equal":
      return equalJson(cell, value);
    case "not equal":
      return !equalJson(cell, value);
    case "above":
      return isMore(cell, value);
    case "below":
      return isMore(value, cell);
    case "containing":
      return typeof cell === "string" && typeof value === "string" && cell.includes(value);
    case "starting with":
      return typeof cell === "string" && typeof value === "string" && cell.startsWith(value);
    default:
      return false;
  }
}
