import { emptyFlow } from "#engine";
import { createRunReader } from "#hosts/browser";
import { createDexieTraceStore, openDatabases, type Databases } from "#store";
import type { TraceStore } from "#pillars/trace";
import { median } from "../in-turns.ts";
import type { RecordedRun } from "../recorded-run.ts";

const batch = 1_000;
const firstRounds = 9;
const wholeRounds = 3;

export interface StoredRun {
  readonly databases: Databases;
  readonly store: TraceStore;
}

/** Writes a recorded run into the browser's own database, as its store does. */
export async function storedRun(run: RecordedRun): Promise<StoredRun> {
  const databases = openDatabases("bench stored run");
  const store = createDexieTraceStore(databases);
  const { origin, lines, disclosures, checkpoints, ledgerHead, ledgerLines } = run;
  const bySeq = Map.groupBy(disclosures, ({ seq }) => Math.floor(seq / batch));
  for (let from = 0; from < lines.length; from += batch) {
    const to = Math.min(lines.length, from + batch);
    await store.append(origin, {
      expected: { size: from, prev: String(from) },
      lines: lines.slice(from, to),
      disclosures: bySeq.get(from / batch) ?? [],
      head: { size: to, prev: String(to) },
      durability: "relaxed",
    });
  }
  let size = lines.length;
  for (const checkpoint of checkpoints) {
    const expected = { size, prev: String(size) };
    await store.append(origin, {
      expected,
      lines: [],
      disclosures: [],
      head: expected,
      checkpoint,
      durability: "strict",
    });
  }
  const { checkpoint = "", range = [] } = ledgerHead;
  await store.appendLedger({ expected: 0, lines: ledgerLines, checkpoint, range, erase: [] });
  return { databases, store };
}

/** Milliseconds until the first page of 200 steps has been read and checked, and until a worker has done so with the rest. */
export async function readingTimes({ databases }: StoredRun, run: RecordedRun) {
  const reader = createRunReader(databases);
  const shelved = {
    runId: "bench",
    origin: run.origin,
    flow: emptyFlow("bench", "Bench"),
    vkey: run.vkey,
    createdAt: 0,
  };
  const first200Ms = await medianOf(firstRounds, () => reader.firstPage(shelved));
  const wholeReadMs = await medianOf(wholeRounds, async () => {
    let steps = 0;
    for await (const { events } of reader.pages(shelved)) steps += events.length;
    if (steps !== run.lines.length) throw new Error("Not every step was read.");
  });
  return { first200Ms, wholeReadMs };
}

async function medianOf(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    await work();
    if (round > 0) times.push(performance.now() - start);
  }
  return Math.round(median(times));
}
