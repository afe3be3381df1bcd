import type { Ledger } from "../ledger.ts";
import type { TracedEvent } from "../event.ts";
import { TraceError } from "../trace-error.ts";

/** Why a value goes, and who says so: public for ever, without personal text. */
export interface ErasureReason {
  readonly reason: string;
  readonly actorRef: string;
}

/**
 * Deletes values of one run for good and records each in the ledger, all in one step: they go together or not at all. The log
 * keeps their digests and still verifies.
 */
export async function eraseValues(
  ledger: Ledger,
  origin: string,
  events: readonly TracedEvent[],
  places: readonly { readonly seq: number; readonly field: string }[],
  why: ErasureReason,
): Promise<void> {
  if (places.length === 0) return;
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const entries = places.map(({ seq, field }) => {
    const digest = bySeq.get(seq)?.digests[field];
    if (digest === undefined) throw new TraceError("bad-disclosure", `step ${seq} has no ${field}`);
    return { type: "redact" as const, run: origin, seq, field, digest, ...why };
  });
  await ledger.record(
    entries,
    places.map(({ seq, field }) => ({ origin, seq, field })),
  );
}
