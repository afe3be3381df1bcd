import { toBase64 } from "./base64.ts";
import type { TracedEvent } from "./event.ts";
import { readLedgerLine, type Ledger, type LedgerEntry, type LedgerLine } from "./ledger.ts";
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

/**
 * Deletes one value for good and records that it was deleted. The log keeps its digest and still verifies. `reason` and
 * `actorRef` are public and hold no personal text.
 */
export async function eraseValue(
  ledger: Ledger,
  place: { readonly origin: string; readonly event: Pick<TracedEvent, "seq" | "digests">; readonly field: string },
  why: { readonly reason: string; readonly actorRef: string },
): Promise<void> {
  const { origin, event, field } = place;
  const digest = event.digests[field];
  if (digest === undefined) throw new TraceError("bad-disclosure", `step ${event.seq} has no ${field}`);
  const { seq } = event;
  await ledger.record([{ type: "redact", run: origin, seq, field, digest, ...why }], [{ origin, seq, field }]);
}

const page = 1000;

/** The stored ledger in order: which runs there are, their keys, and how they ended. */
export async function* ledgerLines(store: TraceStore): AsyncGenerator<LedgerLine> {
  const { size } = await store.ledgerHead();
  for (let from = 0; from < size; from += page) {
    for (const text of await store.ledgerLines(from, Math.min(size, from + page))) yield readLedgerLine(text);
  }
}
