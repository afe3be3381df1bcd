import type { CodeLimits } from "#engine";
import type { Database } from "./database.ts";

/**
 * Switches of sqlite3_db_config that give power nobody needs here: triggers, the old full-text tokenizer, loading of code,
 * writing to the schema, text in double quotes, views, functions in a schema, and ATTACH that creates or writes.
 */
const switchedOff = [1003, 1004, 1005, 1011, 1013, 1014, 1015, 1017, 1020, 1021];
const defensive = 1010;

/**
 * Takes away what a query does not need, before anything is put in. Virtual tables (full text, R*Tree, the pages and
 * statistics of the file, the byte code of statements) are dropped; SQLite brings back those of JSON by itself, which are
 * wanted, and the pragmas', which the authorizer refuses.
 */
export function harden({ library: { calls }, handle, check }: Database, limits: CodeLimits): void {
  for (const each of switchedOff) check(calls.sqlite3__wasm_db_config_ip(handle, each, 0, 0));
  check(calls.sqlite3__wasm_db_config_ip(handle, defensive, 1, 0));
  check(calls.sqlite3_drop_modules(handle, 0));
  const length = 0;
  calls.sqlite3_limit(handle, length, limits.valueBytes);
}

/** Caps for the query itself, by the numbers of sqlite3_limit: each bounds work or stack that no progress handler sees. */
export function narrow({ library: { calls }, handle }: Database, limits: CodeLimits): void {
  const caps = [
    { what: 1, most: limits.sourceBytes }, // bytes of SQL
    { what: 3, most: 500 }, // depth of an expression: half of what a worker in Chromium was seen to bear
    { what: 4, most: 100 }, // parts of a compound select
    { what: 5, most: 100_000 }, // operations of the compiled query
    { what: 6, most: 100 }, // arguments of a function
    { what: 7, most: 0 }, // attached databases
    { what: 8, most: 1_000 }, // bytes of a LIKE pattern
    { what: 9, most: 1_000 }, // parameters
    { what: 10, most: 1 }, // triggers within triggers
  ];
  for (const { what, most } of caps) calls.sqlite3_limit(handle, what, most);
}
