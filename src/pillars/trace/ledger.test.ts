import { expect, test } from "vitest";
import { openLedger } from "./ledger.ts";
import { MemoryTraceStore } from "./memory-store.ts";
import { testSigner, workspace } from "./run.fixture.ts";

/** Counts what is read. */
class WatchedStore extends MemoryTraceStore {
  reads = 0;
  override ledgerLines(from: number, to: number) {
    this.reads += 1;
    return super.ledgerLines(from, to);
  }
}

const signer = testSigner(workspace);
const entry = { type: "export", run: `${workspace}/run/a`, size: 1, manifest: "m" } as const;
const open = (store: MemoryTraceStore) =>
  openLedger({ origin: workspace, signer, store, now: () => 1_800_000_000_000 });

test("a ledger goes on from its signed head, and reads its entries only where edge and head disagree", async () => {
  const store = new WatchedStore();
  for (let size = 0; size < 9; size += 1) await (await open(store)).record([entry]);
  const { checkpoint, range } = await store.ledgerHead();
  expect(store.reads).toBe(0);
  for (const wrong of [
    undefined,
    [],
    range?.slice(1),
    range?.toReversed(),
    ["x"],
    [...(range ?? []), ...(range ?? [])],
  ]) {
    const before = store.reads;
    store.ledgerHead = async () => ({ size: 9, checkpoint: checkpoint ?? "", range: wrong });
    const ledger = await open(store);
    expect(store.reads).toBeGreaterThan(before);
    expect(ledger.size()).toBe(9);
  }
});

test("a head that another key has signed is not gone on from", async () => {
  const store = new WatchedStore();
  await (await open(store)).record([entry]);
  const foreign = openLedger({ origin: workspace, signer: testSigner(workspace, "thief"), store, now: () => 0 });
  await foreign;
  expect(store.reads).toBe(1);
});
