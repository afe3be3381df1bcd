import { createJournal, formatVkey, loadRun, openRunLog, TraceError, type TraceStore } from "#pillars/trace";
import { afterEach, expect, test, vi } from "vitest";
import { openDatabases, type Databases } from "./database.ts";
import { createDexieTraceStore } from "./trace-store.ts";

const opened: { databases: Databases; name: string }[] = [];

function open(name = `test-${crypto.randomUUID()}`): { databases: Databases; store: TraceStore; name: string } {
  const databases = openDatabases(name);
  opened.push({ databases, name });
  return { databases, store: createDexieTraceStore(databases), name };
}

afterEach(async () => {
  for (const { databases } of opened) databases.close();
  for (const name of new Set(opened.splice(0).map((each) => each.name))) indexedDB.deleteDatabase(name);
});

const origin = "workspace/run/r1";

async function signer() {
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("no pair");
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return {
    vkey: formatVkey(origin, publicKey),
    sign: async (message: Uint8Array) =>
      new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, new Uint8Array(message))),
  };
}

async function journalOn(store: TraceStore) {
  const key = await signer();
  const log = openRunLog(undefined, {
    origin,
    signer: key,
    salt: () => crypto.getRandomValues(new Uint8Array(16)),
    clock: { now: () => Date.now(), monoUs: () => performance.now() * 1000 },
  });
  return { journal: createJournal({ log, store }), vkey: key.vkey };
}

const opening = {
  kind: "run.open",
  key: "run",
  actor: { type: "system", ref: "engine" },
  attrs: {},
  values: { flowTitle: "Shop" },
} as const;
const event = (at: number) =>
  ({
    kind: "node.start",
    key: `t1/n${at}`,
    actor: { type: "system", ref: "engine" },
    attrs: {},
    values: { input: { at } },
  }) as const;

test("what was recorded is there after the database was closed and opened again, and still verifies", async () => {
  const { store, databases, name } = open();
  const { journal, vkey } = await journalOn(store);
  await journal.append(opening);
  for (let at = 0; at < 130; at += 1) await journal.append(event(at));
  await journal.seal();
  databases.close();
  const again = createDexieTraceStore(open(name).databases);
  const run = await loadRun(again, origin, vkey);
  expect(run.events).toHaveLength(131);
  expect(run.events[130]?.values).toEqual({ input: { at: 129 } });
  expect(await again.lines(origin, 10, 13)).toHaveLength(3);
  expect(await again.runs()).toEqual([origin]);
});

test("a second writer is refused as a fork and changes nothing", async () => {
  const { store, name } = open();
  const { journal } = await journalOn(store);
  await journal.append(opening);
  await journal.flush();
  const other = createDexieTraceStore(open(name).databases);
  const head = await other.head(origin);
  if (head === undefined) throw new Error("no head");
  await journal.append(event(1));
  await journal.flush();
  const batch = {
    expected: head,
    lines: ["{}"],
    disclosures: [],
    head: { size: head.size + 1, prev: "x" },
    durability: "strict",
  } as const;
  await expect(other.append(origin, batch)).rejects.toMatchObject({ code: "fork" });
  await expect(other.append(origin, batch)).rejects.toBeInstanceOf(TraceError);
  expect((await store.head(origin))?.size).toBe(2);
  expect(await store.lines(origin, 0, 10)).toHaveLength(2);
});

test("a batch of which one row is refused at once leaves the log as it was", async () => {
  const { store } = open();
  const batch = (size: number) => ({
    expected: { size, prev: `h${size}` },
    head: { size: size + 1, prev: `h${size + 1}` },
    lines: [`line ${size}`],
    disclosures: [{ seq: size, field: "input", text: "secret" }],
    durability: "relaxed" as const,
  });
  await store.append(origin, batch(0));
  const refused = new DOMException("No room.", "QuotaExceededError");
  const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore, row) {
    // The line goes in, and its value does not.
    if (this.name === "disclosures") throw refused;
    return this.put(row);
  });
  await expect(store.append(origin, batch(1))).rejects.toMatchObject({ name: "TraceError", cause: refused });
  add.mockRestore();
  expect(await store.head(origin)).toMatchObject({ size: 1, prev: "h1" });
  expect(await store.lines(origin, 0, 9)).toEqual(["line 0"]);
  await store.append(origin, batch(1));
  expect(await store.lines(origin, 0, 9)).toEqual(["line 0", "line 1"]);
});

test("the ledger grows only from where it stands", async () => {
  const { store } = open();
  await store.appendLedger({ expected: 0, lines: ["a"], checkpoint: "c1", range: [], erase: [] });
  await expect(
    store.appendLedger({ expected: 0, lines: ["b"], checkpoint: "c2", range: [], erase: [] }),
  ).rejects.toMatchObject({
    code: "fork",
  });
  expect(await store.ledgerHead()).toEqual({ size: 1, checkpoint: "c1", range: [] });
});
