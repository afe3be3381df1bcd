import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { codeLimits, type CodeReads, type JsonObject, type JsonValue } from "#engine";
import type { GuestEnding, GuestEngine } from "../engine.ts";
import { loadSqliteEngine } from "./engine.ts";
import { meterSqlite } from "./meter.ts";

let module: WebAssembly.Module;
let engine: GuestEngine;

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
  module = await WebAssembly.compile(meterSqlite(new Uint8Array(await readFile(path))));
  engine = await loadSqliteEngine(module);
});

async function ask(sql: string, input: JsonValue, reads?: CodeReads): Promise<GuestEnding> {
  const endings: GuestEnding[] = [];
  const border = {
    call: () => "no",
    log: () => undefined,
    end: (ending: GuestEnding) => void endings.push(ending),
    mustStop: () => false,
  };
  const limits = codeLimits.parse({ valueBytes: 2 ** 24 });
  const guest = await engine.open({ seed: 1, limits, border, ...(reads ? { reads } : {}) });
  guest.start(sql, JSON.stringify(input));
  const [ending] = endings;
  if (ending === undefined || endings.length > 1) throw new Error(`The guest ended ${endings.length} times.`);
  return ending;
}

async function rowsOf(sql: string, input: JsonValue, reads?: CodeReads): Promise<unknown> {
  const ending = await ask(sql, input, reads);
  return ending.how === "value" && typeof ending.text === "string" ? JSON.parse(ending.text) : ending;
}

/** Names that SQL can tell apart and that can be names of columns: the others are refused, which the contract is about. */
const name = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", "").toLowerCase());
const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.integer(), { maxKeys: 3 }),
);
const table = fc
  .uniqueArray(
    name.filter((each) => each !== "__proto__"),
    { minLength: 1, maxLength: 8 },
  )
  .chain((names) =>
    fc.array(fc.record(Object.fromEntries(names.map((each) => [each, cell]))), { minLength: 1, maxLength: 8 }),
  );

/** What a cell is when it comes back: SQL has no booleans and no lists, and only one zero. */
function returned(value: JsonValue): JsonValue {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return value === 0 ? 0 : value;
}

describe("rows that go in come back", () => {
  test("in any table", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (drawn) => {
        const rows: JsonObject[] = JSON.parse(JSON.stringify(drawn));
        const expected = rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([key, value]) => [key, returned(value)])),
        );
        expect(await rowsOf("SELECT * FROM input", rows)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("as a bound value", async () => {
    await fc.assert(
      fc.asyncProperty(cell, async (drawn) => {
        const given: JsonValue = JSON.parse(JSON.stringify(drawn ?? null));
        expect(await rowsOf("SELECT :v AS v", { v: given })).toEqual([{ v: returned(given) }]);
      }),
      { numRuns: 60 },
    );
  });

  test("under any name of a table, and what is withheld does not", async () => {
    const tableName = name.filter((each) => each !== "" && each !== "__proto__" && !/^(?:sqlite_|pragma_)/.test(each));
    await fc.assert(
      fc.asyncProperty(tableName, async (drawn) => {
        const quoted = `"${drawn.replaceAll('"', '""')}"`;
        const input = { [drawn]: [{ shown: 1, hidden: "secret" }] };
        expect(await rowsOf(`SELECT * FROM ${quoted}`, input, { [drawn]: ["shown"] })).toEqual([{ shown: 1 }]);
        expect(JSON.stringify(await ask(`SELECT * FROM ${quoted}`, input, {}))).not.toContain("secret");
      }),
      { numRuns: 30 },
    );
  });
});

test("any text as a query ends in an outcome, and shows nothing that is withheld", async () => {
  const word = fc.constantFrom(
    ...[
      "SELECT",
      "*",
      "FROM",
      "t",
      "hidden",
      "WITH",
      "(",
      ")",
      ",",
      "AS",
      "UNION",
      "ALL",
      "JOIN",
      "USING",
      "'",
      '"',
      "--",
      "/*",
      ";",
    ],
    ...[
      "rowid",
      "sqlite_master",
      "PRAGMA",
      "json_each",
      "ORDER BY",
      "1",
      ":p",
      "t.*",
      "\n",
      "NATURAL",
      "EXISTS",
      "VALUES",
      "WHERE",
      "IN",
    ],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(word, { maxLength: 14 }).map((words) => words.join(" ")),
        fc.string({ unit: "binary" }),
      ),
      async (sql) => {
        const ending = await ask(sql, { t: [{ shown: 1, hidden: "canary" }], p: 1 }, { t: ["shown"] });
        expect(JSON.stringify(ending)).not.toContain("canary");
      },
    ),
    { numRuns: 100 },
  );
});

describe("what SQLite can reach", () => {
  /** Everything that the build asks its host for. A new name has to be looked at before it is added here. */
  const asked = [
    "memory emscripten_date_now emscripten_get_now emscripten_get_heap_max emscripten_resize_heap _tzset_js _localtime_js",
    "_mmap_js _munmap_js clock_time_get environ_get environ_sizes_get fd_close fd_fdstat_get fd_read fd_seek fd_sync fd_write",
    "__syscall_chmod __syscall_faccessat __syscall_fchmod __syscall_fchown32 __syscall_fcntl64 __syscall_fstat64",
    "__syscall_ftruncate64 __syscall_getcwd __syscall_ioctl __syscall_lstat64 __syscall_mkdirat __syscall_newfstatat",
    "__syscall_openat __syscall_readlinkat __syscall_rmdir __syscall_stat64 __syscall_unlinkat __syscall_utimensat",
  ];

  test("is what this folder hands it, and no more", () => {
    const names = WebAssembly.Module.imports(module).map((each) => each.name);
    expect(names.toSorted()).toEqual(asked.join(" ").split(" ").toSorted());
  });
});
