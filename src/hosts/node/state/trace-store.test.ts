import { spawn } from "node:child_process";
import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadRun, type RunBatch } from "#pillars/trace";
import { createFileKeys } from "./key-ring.ts";
import { createFileShelf } from "./run-shelf.ts";
import { NodeTraceStore } from "./trace-store.ts";

const origin = "gatehouse-test/run/r1";
let state: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "gatehouse-store-"));
});
afterEach(() => rm(state, { recursive: true, force: true }));

/** Each kill is a process of its own; compiling every module anew would take most of its time. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, "../../../../.cache/compile");

const tracePath = () => join(state, "runs", "r1", "trace.jsonl");

function batch(size: number, lines: number, rest: Partial<RunBatch> = {}): RunBatch {
  const at = (position: number) => ({ size: position, prev: `h${position}` });
  return {
    expected: at(size),
    head: at(size + lines),
    lines: Array.from({ length: lines }, (_, index) => `line ${size + index}`),
    disclosures: [],
    durability: "relaxed",
    ...rest,
  };
}

/** Runs the writer until it has said `events` are kept, then kills it in the middle of whatever it does. */
async function writeAndKill(events: number): Promise<{ kept: number; cut: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "writer.fixture.ts"), state, origin], {
    env: { ...process.env, NODE_COMPILE_CACHE },
  });
  let said = "";
  let failure = "";
  child.stderr.on("data", (bytes: Buffer) => (failure += bytes.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      if ((said.match(/^kept/gmu) ?? []).length >= events) child.kill("SIGKILL");
    });
    child.on("exit", (_code, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error(failure))));
  });
  const numbers = (word: string) => [...said.matchAll(new RegExp(`^${word} (\\d+)$`, "gmu"))].map(([, n]) => Number(n));
  return { kept: Math.max(-1, ...numbers("kept")), cut: numbers("cut").length };
}

/** The whole measurement is 50. */
const kills = Number(process.env["GATEHOUSE_KILLS"] ?? 10);

test(
  "a process killed again and again loses no event that it was told is on disk",
  { timeout: 60_000 + kills * 6_000 },
  async () => {
    const store = new NodeTraceStore(state);
    const keys = createFileKeys(state);
    for (let kill = 0; kill < kills; kill += 1) {
      const { kept } = await writeAndKill(2 + (kill % 4));
      const vkey = (await keys.runKey(origin))?.vkey ?? "";
      const { events } = await loadRun(store, origin, vkey);
      expect(events.length).toBeGreaterThan(kept);
      expect(events[kept]?.kind).toBe("tool.call");
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at));
    }
  },
);

test("whatever is left of the last write is cut off down to the last whole batch, and that is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (missing) => {
      await rm(join(state, "runs"), { recursive: true, force: true });
      const store = new NodeTraceStore(state);
      await store.append(origin, batch(0, 3));
      const whole = (await stat(tracePath())).size;
      await store.append(origin, batch(3, 4));
      const full = (await stat(tracePath())).size;
      await truncate(tracePath(), Math.max(whole + 1, full - missing));
      const cuts: number[] = [];
      const after = new NodeTraceStore(state, (_path, bytes) => cuts.push(bytes));
      expect(await after.head(origin)).toEqual({ size: 3, prev: "h3" });
      expect(await after.lines(origin, 0, 99)).toEqual(["line 0", "line 1", "line 2"]);
      await after.append(origin, batch(3, 1));
      expect(cuts).toEqual([Math.max(whole + 1, full - missing) - whole]);
      expect(await new NodeTraceStore(state).lines(origin, 3, 9)).toEqual(["line 3"]);
    }),
    { numRuns: 25 },
  );
});

test("looks that happen during writes see each line once", async () => {
  const store = new NodeTraceStore(state);
  await store.append(origin, batch(0, 1));
  const looks: Promise<readonly string[]>[] = [];
  for (let size = 1; size < 20; size += 1) {
    looks.push(store.lines(origin, 0, 99), new NodeTraceStore(state).lines(origin, 0, 99));
    await store.append(origin, batch(size, 1));
  }
  for (const lines of await Promise.all(looks)) expect(new Set(lines).size).toBe(lines.length);
  expect(await store.lines(origin, 0, 99)).toHaveLength(20);
});

test("a log that is shorter than its last checkpoint is refused, not repaired", async () => {
  const store = new NodeTraceStore(state);
  await store.append(origin, batch(0, 2));
  const before = (await stat(tracePath())).size;
  await store.append(origin, batch(2, 2, { durability: "strict", checkpoint: { size: 4, note: "note" } }));
  await truncate(tracePath(), before + 10);
  await expect(new NodeTraceStore(state).head(origin)).rejects.toMatchObject({ code: "truncated" });
});

test("a ledger that is shorter than its last checkpoint is refused, and nothing is written behind it", async () => {
  const store = new NodeTraceStore(state);
  const entry = { lines: ["entry"], checkpoint: "signed", range: [], erase: [] };
  await store.appendLedger({ ...entry, expected: 0 });
  const before = (await stat(join(state, "ledger.jsonl"))).size;
  await store.appendLedger({ ...entry, expected: 1 });
  await truncate(join(state, "ledger.jsonl"), before);
  const again = new NodeTraceStore(state);
  await expect(again.ledgerHead()).rejects.toMatchObject({ code: "truncated" });
  await expect(again.appendLedger({ ...entry, expected: 1 })).rejects.toMatchObject({ code: "truncated" });
  expect((await stat(join(state, "ledger.jsonl"))).size).toBe(before);
});

test("a whole line that was changed is refused where it is the last one too", async () => {
  const store = new NodeTraceStore(state);
  await store.append(origin, batch(0, 2));
  await writeFile(tracePath(), (await readFile(tracePath(), "utf8")).replace("line 1", "line 7"));
  await expect(new NodeTraceStore(state).head(origin)).rejects.toMatchObject({ code: "bad-line" });
});

test("damage in the middle is refused", async () => {
  const store = new NodeTraceStore(state);
  await store.append(origin, batch(0, 1));
  await appendFile(tracePath(), "half a rec\n");
  await appendFile(tracePath(), await readFile(tracePath()));
  await expect(new NodeTraceStore(state).head(origin)).rejects.toMatchObject({ code: "bad-line" });
});

test("of two writers that both believe in the same end, one is refused", async () => {
  await new NodeTraceStore(state).append(origin, batch(0, 1));
  const writers = Array.from({ length: 8 }, () => new NodeTraceStore(state));
  const outcomes = await Promise.allSettled(writers.map((writer) => writer.append(origin, batch(1, 1))));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "fork" });
  expect(await writers[0]?.lines(origin, 0, 9)).toEqual(["line 0", "line 1"]);
  await expect(writers[1]?.append(origin, batch(1, 1))).rejects.toMatchObject({ code: "fork" });
});

test("the ledger is compared and set too, and an erased value is gone from the disk", async () => {
  const store = new NodeTraceStore(state);
  const disclosures = [
    { seq: 0, field: "text", text: "SECRET" },
    { seq: 0, field: "other", text: "KEPT" },
  ];
  await store.append(origin, batch(0, 1, { disclosures }));
  const entry = { lines: ["entry"], checkpoint: "signed", range: [], erase: [] };
  await store.appendLedger({ ...entry, expected: 0 });
  await expect(new NodeTraceStore(state).appendLedger({ ...entry, expected: 0 })).rejects.toMatchObject({
    code: "fork",
  });
  await store.appendLedger({ ...entry, expected: 1, erase: [{ origin, seq: 0, field: "text" }] });
  expect(await new NodeTraceStore(state).disclosures(origin, 0, 9)).toEqual([disclosures[1]]);
  expect(await readFile(tracePath(), "utf8")).not.toContain("SECRET");
  await store.append(origin, batch(1, 1));
  expect(await store.lines(origin, 0, 9)).toEqual(["line 0", "line 1"]);
});

test("a run's name that would leave the folder is refused", async () => {
  const store = new NodeTraceStore(state);
  for (const name of ["gatehouse-test/run/../../etc", "gatehouse-test/run/", "r1", "gatehouse-test/run/.x"])
    await expect(store.append(name, batch(0, 1))).rejects.toMatchObject({ code: "bad-key" });
  expect(await readdir(state)).toEqual([]);
});

test("a folder of runs that cannot be read is an error, not an empty one", async () => {
  const store = new NodeTraceStore(state);
  const shelf = createFileShelf(state);
  expect([await store.runs(), await shelf.list()]).toEqual([[], []]);
  await writeFile(join(state, "runs"), "no folder");
  await expect(store.runs()).rejects.toMatchObject({ code: "ENOTDIR" });
  await expect(shelf.list()).rejects.toMatchObject({ code: "ENOTDIR" });
});
