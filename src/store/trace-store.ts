import { Dexie } from "dexie";
import { TraceError, type LedgerBatch, type LedgerHead, type TraceStore } from "#pillars/trace";
import { z } from "zod";
import { appendBatch } from "./append-batch.ts";
import type { Database, Databases } from "./database.ts";
import { isFull } from "./storage-full.ts";

const ledgerHead = z.object({
  size: z.number(),
  checkpoint: z.string().exactOptional(),
  range: z.array(z.string()).exactOptional(),
});

/** The sealed log in IndexedDB: added to, never overwritten, paged by key range, compared with its head at every write. */
export function createDexieTraceStore({ strict, relaxed }: Databases): TraceStore {
  const range = (origin: string, from: number, to: number) =>
    [
      [origin, from],
      [origin, to - 1, []],
    ] as const;
  return {
    async runs() {
      return relaxed.heads.orderBy("opened").primaryKeys();
    },
    async head(origin) {
      const row = await relaxed.heads.get(origin);
      return row === undefined ? undefined : { size: row.size, prev: row.prev };
    },
    async append(origin, batch) {
      await guarded(() => appendBatch(relaxed, origin, batch));
    },
    async lines(origin, from, to) {
      const rows = await relaxed.lines
        .where("[origin+seq]")
        .between([origin, from], [origin, to], true, false)
        .toArray();
      return rows.map((row) => row.line);
    },
    async disclosures(origin, from, to) {
      const [low, high] = range(origin, from, to);
      const rows = await relaxed.disclosures.where("[origin+seq+field]").between(low, high, true, true).toArray();
      return rows.map(({ seq, field, text }) => ({ seq, field, text }));
    },
    async checkpoints(origin) {
      const rows = await relaxed.checkpoints
        .where("[origin+size]")
        .between([origin, Dexie.minKey], [origin, Dexie.maxKey])
        .toArray();
      return rows.map(({ size, note }) => ({ size, note }));
    },
    ledgerHead: () => readLedgerHead(relaxed),
    async ledgerLines(from, to) {
      const rows = await relaxed.ledger.where("index").between(from, to, true, false).toArray();
      return rows.map((row) => row.line);
    },
    async appendLedger(batch) {
      await guarded(() => appendLedgerBatch(strict, batch));
    },
  };
}

async function appendLedgerBatch(database: Database, batch: LedgerBatch): Promise<void> {
  await database.transaction("rw", [database.ledger, database.named, database.disclosures], async () => {
    const { size } = await readLedgerHead(database);
    if (size !== batch.expected) throw new TraceError("fork");
    await database.ledger.bulkAdd(batch.lines.map((line, at) => ({ index: size + at, line })));
    await database.named.put({
      name: "ledger",
      value: { size: size + batch.lines.length, checkpoint: batch.checkpoint, range: [...batch.range] },
    });
    await database.disclosures.bulkDelete(
      batch.erase.map(({ origin, seq, field }): [string, number, string] => [origin, seq, field]),
    );
  });
}

async function readLedgerHead(database: Database): Promise<LedgerHead> {
  const row = await database.named.get("ledger");
  return row === undefined ? { size: 0 } : ledgerHead.parse(row.value);
}

/** What the browser says about a failed write, in the trace's own codes; the first cause stays attached. */
async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof TraceError) throw cause;
    const inner = cause instanceof Error && cause.cause instanceof TraceError ? cause.cause : undefined;
    throw inner ?? new TraceError("store-failed", isFull(cause) ? "the disk is full" : undefined, { cause });
  }
}
