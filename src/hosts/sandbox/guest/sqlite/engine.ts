import { GuestStop, type Guest, type GuestEnding, type GuestEngine, type GuestSetup } from "../engine.ts";
import { createAuthorizer, type Authorizer } from "./authorizer.ts";
import { installCallbacks } from "./callbacks.ts";
import { openDatabase, SqlFault, type Database } from "./database.ts";
import { endingOf } from "./faults.ts";
import { fillTables } from "./fill.ts";
import { harden, narrow } from "./harden.ts";
import { openLibrary } from "./library.ts";
import { runQuery } from "./query.ts";
import { readSqlInput } from "./tables.ts";

/** Operations of SQLite between two looks at the clock: one on a large value takes a millisecond. */
const operationsPerLook = 500;

/** SQLite on a compiled module from `meterSqlite`. It speaks to the build itself; the package's own JavaScript is not loaded. */
export async function loadSqliteEngine(module: WebAssembly.Module): Promise<GuestEngine> {
  return {
    prepare: async (_language, source) => ({ ok: true, source }),
    rehearsal: { language: "sql", source: "SELECT 1" },
    open: (setup) => openSqlite(module, setup),
  };
}

async function openSqlite(module: WebAssembly.Module, setup: GuestSetup): Promise<Guest> {
  const { border, limits, seed } = setup;
  const look = () => {
    if (border.mustStop()) throw new GuestStop({ how: "interrupted" });
  };
  const library = await openLibrary(module, limits.memoryBytes, { seed, look });
  const database = openDatabase(library);
  harden(database, limits);
  return {
    start(source, input) {
      const ending = answerOf(database, source, input, setup);
      if (ending) border.end(ending);
    },
    // A query calls no tools and leaves no jobs.
    answer: () => undefined,
    pump: () => false,
    memoryBytes: () => library.memory.wasm.buffer.byteLength,
  };
}

/** Undefined when it was stopped. */
function answerOf(database: Database, sql: string, text: string, setup: GuestSetup): GuestEnding | undefined {
  const { limits, border, reads } = setup;
  const reading = readSqlInput(JSON.parse(text), reads);
  if (!reading.ok) return { how: "thrown", message: reading.message, isDenial: false };
  const { input } = reading;
  const authorizer = createAuthorizer(input.tables);
  try {
    fillTables(database, input.tables, () => border.mustStop());
    narrow(database, limits);
    guard(database, authorizer, () => border.mustStop());
    return runQuery(database, sql, input, limits);
  } catch (fault) {
    if (fault instanceof SqlFault) return endingOf(fault, { sql, input, refusal: authorizer.refusal, limits });
    throw fault;
  }
}

/** From here on SQLite asks before it compiles anything, and looks at the clock as it goes. */
function guard({ library, handle, check }: Database, authorizer: Authorizer, mustStop: () => boolean): void {
  const { calls, memory, table } = library;
  const text = (at: number) => (at === 0 ? "" : memory.readText(at));
  const callbacks = installCallbacks(table, {
    authorize: (_context, action, first, second, database) =>
      authorizer.allows(action, text(first), text(second), text(database)) ? 0 : 1,
    progress: () => (mustStop() ? 1 : 0),
  });
  check(calls.sqlite3_set_authorizer(handle, callbacks.authorize, 0));
  calls.sqlite3_progress_handler(handle, operationsPerLook, callbacks.progress, 0);
}
