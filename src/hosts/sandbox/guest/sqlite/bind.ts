import type { JsonValue } from "#engine";
import type { Database } from "./database.ts";

/** Tells SQLite to copy a text before the call returns. */
const transient = -1;
const halfWord = 2 ** 31;

/** Binds a value to the parameter at `index`, which counts from 1. What has no place in a cell goes in as its JSON text. */
export function bindValue(
  { library: { calls }, put, check }: Database,
  statement: number,
  index: number,
  value: JsonValue,
): void {
  if (value === null) check(calls.sqlite3_bind_null(statement, index));
  else if (typeof value === "number" || typeof value === "boolean") check(bindNumber(Number(value)));
  else {
    const { at, bytes } = put(typeof value === "string" ? value : JSON.stringify(value));
    check(calls.sqlite3_bind_text(statement, index, at, bytes, transient));
  }

  function bindNumber(number: number): number {
    if (!Number.isSafeInteger(number)) return calls.sqlite3_bind_double(statement, index, number);
    return Math.abs(number) < halfWord
      ? calls.sqlite3_bind_int(statement, index, number)
      : calls.sqlite3_bind_int64(statement, index, BigInt(number));
  }
}
