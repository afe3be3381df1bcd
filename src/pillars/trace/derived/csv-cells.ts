import { canonicalize } from "../canonical.ts";
import { utf8 } from "../bytes.ts";
import type { JsonValue } from "../event.ts";

/** Rows as RFC 4180 has them, every cell quoted. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  return utf8(rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join(""));
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/**
 * A spreadsheet runs a cell that begins like a formula, and one set to another separator begins a cell after each of those;
 * an apostrophe in front makes it a text.
 */
export function plainCell(value: JsonValue | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : canonicalize(value);
  const inside = text.replace(/(^|[;,|\t\r\n])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu, "$1'");
  return /^[\t\r]/u.test(inside) ? `'${inside}` : inside;
}
