import type { SqliteLibrary } from "./library.ts";

/** Result codes that are told apart here. */
export const code = { ok: 0, noMemory: 7, interrupt: 9, tooBig: 18, row: 100, done: 101 } as const;

/** What SQLite says when it does not go on. */
export class SqlFault extends Error {
  readonly code: number;
  /** UTF-8 bytes before the fault in the statement's text; -1 where there is no such place. */
  readonly offset: number;

  constructor(resultCode: number, message: string, offset: number) {
    super(message);
    this.code = resultCode;
    this.offset = offset;
  }
}

export function outOfMemory(): SqlFault {
  return new SqlFault(code.noMemory, "out of memory", -1);
}

/** One database in memory, and the few ways to speak to it. Addresses are numbers. */
export interface Database {
  readonly library: SqliteLibrary;
  readonly handle: number;
  /** Copies text in, ending with NUL; the copy lasts until the next one. Answers its address and its length in bytes. */
  readonly put: (text: string) => { readonly at: number; readonly bytes: number };
  /** Throws a SqlFault unless the code is one of success. */
  readonly check: (resultCode: number) => number;
  /** The first statement in `sql`, 0 when there is none, and the text behind it. */
  readonly prepare: (sql: string) => { readonly statement: number; readonly rest: string };
  /** Runs a statement of our own that gives no rows. */
  readonly execute: (sql: string) => void;
}

const encoder = new TextEncoder();
const [readWrite, create, memoryOnly] = [0x2, 0x4, 0x80];

export function openDatabase(library: SqliteLibrary): Database {
  const { calls, memory } = library;
  let scratch = { at: 0, size: 0 };

  function reserve(bytes: number): number {
    const at = calls.malloc(bytes);
    if (at === 0) throw outOfMemory();
    return at;
  }

  function put(text: string): { at: number; bytes: number } {
    // UTF-8 has at most three bytes for a unit of UTF-16.
    const longest = text.length * 3 + 1;
    if (longest > scratch.size) {
      const size = Math.max(4_096, longest);
      calls.free(scratch.at);
      scratch = { at: reserve(size), size };
    }
    const target = memory.bytes().subarray(scratch.at, scratch.at + longest);
    const bytes = encoder.encodeInto(text, target).written;
    target[bytes] = 0;
    return { at: scratch.at, bytes };
  }

  const pointers = reserve(8);
  const pointer = (index: number) => memory.view().getUint32(pointers + index * 4, true);
  const opened =
    calls.sqlite3_initialize() ||
    calls.sqlite3_open_v2(put(":memory:").at, pointers, readWrite | create | memoryOnly, 0);
  const handle = pointer(0);

  function check(resultCode: number): number {
    if (resultCode === code.ok || resultCode === code.row || resultCode === code.done) return resultCode;
    const message = memory.readText(calls.sqlite3_errmsg(handle));
    throw new SqlFault(resultCode & 0xff, message, calls.sqlite3_error_offset(handle));
  }

  function prepare(sql: string): { statement: number; rest: string } {
    const { at, bytes } = put(sql);
    check(calls.sqlite3_prepare_v3(handle, at, bytes + 1, 0, pointers, pointers + 4));
    return { statement: pointer(0), rest: memory.readText(pointer(1), at + bytes - pointer(1)) };
  }

  check(opened);
  return {
    library,
    handle,
    put,
    check,
    prepare,
    execute(sql) {
      const { statement } = prepare(sql);
      check(calls.sqlite3_step(statement));
      check(calls.sqlite3_finalize(statement));
    },
  };
}
