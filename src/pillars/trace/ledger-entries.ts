import { toBase64 } from "./base64.ts";
import { readLedgerLine, type LedgerEntry, type LedgerLine } from "./ledger.ts";
import type { RunLog } from "./log.ts";
import { rootOf } from "./merkle.ts";
import type { TraceStore } from "./store.ts";
import { TraceError } from "./trace-error.ts";

/** The entry to record before a run's first event. Digests come from `digestOf` and stand in run.open too. */
export function openEntry(
  log: RunLog,
  digests: { readonly flowDigest: string; readonly policyDigest: string },
): LedgerEntry {
  return { type: "run.open", run: log.origin, vkey: log.vkey, ...digests };
}

/** The entry to record when run.close is stored; after a crash in between, the host records it at the next start. */
export function closeEntry(log: RunLog): LedgerEntry {
  const { size, range, closed } = log.state();
  if (!closed) throw new TraceError("unsealed", "the run is open");
  return { type: "run.close", run: log.origin, size, root: toBase64(rootOf(range)) };
}

const page = 1000;

/** The stored ledger in order: which runs there are, their keys, and how they ended. */
export async function* ledgerLines(store: TraceStore): AsyncGenerator<LedgerLine> {
  const { size } = await store.ledgerHead();
  for (let from = 0; from < size; from += page) {
    for (const text of await store.ledgerLines(from, Math.min(size, from + page))) yield readLedgerLine(text);
  }
}
