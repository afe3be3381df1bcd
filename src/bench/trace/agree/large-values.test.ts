import { expect, test } from "vitest";
import {
  createJournal,
  digestOf,
  eraseValues,
  exportRun,
  MemoryTraceStore,
  openEntry,
  openLedger,
  openRunLog,
  readEvents,
  sha256,
  utf8,
  verifyBundle,
  type EventDraft,
} from "#pillars/trace";
import { optionalPaths, packLines, readZip, reseal } from "#pillars/trace/forge";
import { draft } from "./drafts.ts";
import { askSecond, whyNot } from "./second.ts";
import { flowOf, policies, signerOf, start, workspace, workspaceName } from "./world.ts";

const origin = `${workspaceName}/run/large`;
const large = (size: number) => "0123456789abcdef".repeat(size / 16);
const mebibyte = 2 ** 20;

function message(key: string, content: string): EventDraft {
  return draft("message", key, { role: "user", provider: "", aiModel: false }, { content, sources: [], options: [] });
}

async function recorded(sizes: readonly number[]) {
  const store = new MemoryTraceStore();
  let tick = start;
  const now = () => (tick += 1);
  const ledger = await openLedger({ origin: workspaceName, signer: workspace, store, now });
  const log = openRunLog(undefined, {
    origin,
    signer: signerOf(origin),
    salt: ({ seq, field }) => sha256(utf8(`${seq} ${field}`)).subarray(0, 16),
    clock: { now, monoUs: () => (tick - start) * 1000 },
  });
  const flow = flowOf(false);
  const digests = { flowDigest: digestOf(flow), policyDigest: digestOf(policies) };
  await ledger.record([openEntry(log, digests)]);
  const journal = createJournal({ log, store });
  const opening = { ...digests, engine: "1", models: [], host: "memory", seed: 1 };
  await journal.append(draft("run.open", "run", opening, { flowTitle: "Large" }));
  for (const [at, size] of sizes.entries()) await journal.append(message(`t1/in${at}`, large(size)));
  await journal.seal();
  const exported = () => exportRun(store, { origin, flow, policies, created: now() }, workspace);
  return { store, ledger, journal, exported };
}

async function judged(bytes: Uint8Array) {
  const trust = [workspace.vkey];
  const first = await verifyBundle(bytes, { trusted: trust, own: [], receipts: [] });
  const missing = whyNot();
  if (missing !== undefined) return first;
  const [second] = await askSecond([{ name: "large", bytes, trust, receipts: [] }]);
  const { verdict, codes, events, erased, withheld } = first;
  expect(second).toMatchObject({ verdict, codes, events, erased, withheld });
  return first;
}

test(
  "values of a mebibyte and more lie beside the line, and both verifiers check them",
  { timeout: 120_000 },
  async () => {
    const run = await recorded([mebibyte, 4 * mebibyte - 256]);
    const lines = await run.store.lines(origin, 0, 3);
    expect(lines.map(({ length }) => length < 1200)).toEqual([true, true, true]);
    const bytes = await run.exported();
    expect(await judged(bytes)).toMatchObject({ verdict: "VERIFIED", events: 3, erased: 0 });
  },
);

test("erasing a large value takes it out of store and copies, and no line changes", { timeout: 120_000 }, async () => {
  const run = await recorded([mebibyte]);
  const before = await run.store.lines(origin, 0, 2);
  const shown = await run.store.disclosures(origin, 0, 2);
  const why = { reason: "asked", actorRef: "workspace" };
  await eraseValues(run.ledger, origin, readEvents(origin, before, shown), [{ seq: 1, field: "content" }], why);
  expect(await run.store.lines(origin, 0, 2)).toEqual(before);
  const left = await run.store.disclosures(origin, 0, 2);
  expect(left.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1000);
  expect(await judged(await run.exported())).toMatchObject({ verdict: "VERIFIED", erased: 1 });
});

test("what is larger than a value may be is refused, and the run goes on without it", async () => {
  const run = await recorded([16]);
  await expect(run.journal.append(message("t1/more", large(4 * mebibyte)))).rejects.toMatchObject({
    code: "too-large",
  });
  await run.journal.append(message("t1/after", "Hello"));
  await run.journal.seal();
  expect(await judged(await run.exported())).toMatchObject({ verdict: "VERIFIED", events: 3 });
});

test(
  "derived parts of more than a bundle may derive are refused before they are made",
  { timeout: 120_000 },
  async () => {
    const run = await recorded(Array.from({ length: 4 }, () => 4 * mebibyte - 256));
    const bytes = await run.exported();
    expect(readZip(bytes).has(optionalPaths.steps)).toBe(false);
    const added = await reseal(bytes, new Map([[optionalPaths.steps, packLines(["a"])]]), workspace);
    const said: number[] = [];
    const report = await verifyBundle(added, {
      trusted: [workspace.vkey],
      own: [],
      receipts: [],
      onProgress: ({ pass, done }) => void (pass === "rules" && said.push(done)),
    });
    expect(report).toMatchObject({ codes: ["E27"], part: optionalPaths.steps });
    expect(said).toEqual([]);
  },
);
