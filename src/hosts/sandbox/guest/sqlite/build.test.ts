import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { codeLimits } from "#engine";
import type { GuestEngine } from "../engine.ts";
import { loadSqliteEngine } from "./engine.ts";
import { meterSqlite } from "./meter.ts";

let engine: GuestEngine;
beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
  engine = await loadSqliteEngine(await WebAssembly.compile(meterSqlite(new Uint8Array(await readFile(path)))));
});

/** How often SQLite looked at the clock, and asked whether it must stop, during a query. */
async function looksOf(sql: string): Promise<number> {
  let looks = 0;
  const mustStop = () => {
    looks++;
    return false;
  };
  const border = { call: () => undefined, log() {}, end() {}, mustStop };
  const guest = await engine.open({ seed: 0, limits: codeLimits.parse({}), border });
  looks = 0;
  guest.start(sql, "{}");
  return looks;
}

const count = (rows: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT count(*) FROM n`;

describe("the build of SQLite", () => {
  test("polls in its interpreter, which is therefore left alone", async () => {
    const fewer = await looksOf(count(20_000));
    const more = await looksOf(count(40_000));
    expect(fewer).toBeGreaterThan(100);
    expect(more / fewer).toBeCloseTo(2, 0);
  });

  test.each([
    ["a replacement", "SELECT length(replace(printf('%.*c', 300000, 'a'), 'a', 'aa'))"],
    ["a search", "SELECT instr(printf('%.*c', 300000, 'a'), printf('%.*c', 1000, 'a') || 'b')"],
  ])("looks at the clock in %s", async (_title, sql) => {
    expect(await looksOf(sql)).toBeGreaterThan(10 + (await looksOf("SELECT 1")));
  });
});
