import { equalBytes } from "./bytes.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { readLedgerLine } from "./ledger.ts";
import { appendLeaf, emptyRange, leafHash, rootOf } from "./merkle.ts";
import { parseVkey } from "./signed-note.ts";
import type { TraceStore } from "./store.ts";
import { TraceError } from "./trace-error.ts";

const page = 1000;

/**
 * The key that may speak for each run, as the workspace's ledger names it and the workspace's key has signed. Throws TraceError
 * for a ledger that is not what was signed.
 */
export async function sealedRunKeys(store: TraceStore, vkey: string): Promise<ReadonlyMap<string, string>> {
  const { size, checkpoint: note } = await store.ledgerHead();
  const keys = new Map<string, string>();
  let range = emptyRange;
  while (range.size < size) {
    const lines = await store.ledgerLines(range.size, Math.min(size, range.size + page));
    if (lines.length === 0) throw new TraceError("truncated", "ledger");
    for (const text of lines) {
      const { entry } = readLedgerLine(text);
      // The first one stands: from then on only that key can speak for the run.
      if (entry.type === "run.open" && !keys.has(entry.run)) keys.set(entry.run, entry.vkey);
      range = appendLeaf(range, leafHash(text));
    }
  }
  if (size === 0) return keys;
  const { checkpoint } = openCheckpoint(note ?? "", [parseVkey(vkey)]);
  if (checkpoint.size !== size || !equalBytes(rootOf(range), checkpoint.root))
    throw new TraceError("bad-checkpoint", "not this ledger");
  return keys;
}
