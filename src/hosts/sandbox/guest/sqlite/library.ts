import { createMemory, type SqliteMemory } from "./memory.ts";
import { systemOf, type SqliteWorld } from "./system.ts";

/** The functions of SQLite's C interface that are used here. */
const names = [
  "malloc",
  "free",
  "sqlite3_initialize",
  "sqlite3_open_v2",
  "sqlite3__wasm_db_config_ip",
  "sqlite3_drop_modules",
  "sqlite3_limit",
  "sqlite3_set_authorizer",
  "sqlite3_progress_handler",
  "sqlite3_prepare_v3",
  "sqlite3_stmt_readonly",
  "sqlite3_stmt_isexplain",
  "sqlite3_bind_parameter_count",
  "sqlite3_bind_parameter_name",
  "sqlite3_bind_null",
  "sqlite3_bind_int",
  "sqlite3_bind_int64",
  "sqlite3_bind_double",
  "sqlite3_bind_text",
  "sqlite3_step",
  "sqlite3_reset",
  "sqlite3_finalize",
  "sqlite3_column_count",
  "sqlite3_column_name",
  "sqlite3_column_type",
  "sqlite3_column_double",
  "sqlite3_column_text",
  "sqlite3_column_bytes",
  "sqlite3_errmsg",
  "sqlite3_error_offset",
  "__wasm_call_ctors",
] as const;

type Calls = Readonly<Record<(typeof names)[number], (...values: readonly (number | bigint)[]) => number>>;

export interface SqliteLibrary {
  readonly calls: Calls;
  readonly memory: SqliteMemory;
  /** Where WebAssembly looks up what it calls back. */
  readonly table: WebAssembly.Table;
}

/** A fresh SQLite on a memory of its own. Rejects when the build is not the one that this was written for. */
export async function openLibrary(
  module: WebAssembly.Module,
  maximumBytes: number,
  world: SqliteWorld,
): Promise<SqliteLibrary> {
  const memory = createMemory(maximumBytes);
  const { exports } = await WebAssembly.instantiate(module, systemOf(module, memory, world));
  const { __indirect_function_table: table } = exports;
  if (!hasCalls(exports) || !(table instanceof WebAssembly.Table)) throw new TypeError("This is no SQLite.");
  exports.__wasm_call_ctors();
  return { calls: exports, memory, table };
}

function hasCalls(exports: object): exports is Calls {
  return names.every((name) => typeof Reflect.get(exports, name) === "function");
}
