import {
  eraseValues,
  findValues,
  ledgerLines,
  loadRun,
  openLedger,
  type ErasureReason,
  type FoundValue,
  type Signer,
  type Sought,
} from "#pillars/trace";
import type { RunRecord, WorkspaceParts } from "./parts.ts";

/** What an erasure in one run would take away, or why it cannot be. */
export interface Erasure {
  readonly record: RunRecord;
  readonly values: readonly FoundValue[];
  /** When copies of this run went out (milliseconds since 1970): what is erased here stays in them. */
  readonly copiesOut: readonly number[];
  /** The run is still open: its values are needed to go on. */
  readonly isOpen: boolean;
}

/** Looks for what is sought in these runs, and leaves out those that do not show it. Changes nothing. */
export async function findErasures(
  parts: WorkspaceParts,
  records: readonly RunRecord[],
  sought: Sought,
): Promise<readonly Erasure[]> {
  const copies = await copiesByRun(parts);
  const found: Erasure[] = [];
  for (const record of records) {
    const { events, state } = await loadRun(parts.store, record.origin, record.vkey);
    const values = findValues(events, sought);
    if (values.length > 0)
      found.push({ record, values, copiesOut: copies.get(record.origin) ?? [], isOpen: !state.closed });
  }
  return found;
}

/** When copies went out, by the origin of their run. */
async function copiesByRun({ store }: WorkspaceParts): Promise<ReadonlyMap<string, readonly number[]>> {
  const copies = new Map<string, number[]>();
  for await (const { entry, time } of ledgerLines(store)) {
    if (entry.type !== "export") continue;
    copies.set(entry.run, [...(copies.get(entry.run) ?? []), Date.parse(time)]);
  }
  return copies;
}

export type Erased = { readonly ok: true; readonly values: number } | { readonly ok: false; readonly sentence: string };

interface Erasing {
  readonly parts: WorkspaceParts;
  readonly workspace: Signer;
  readonly workspaceName: string;
}

/**
 * Erases what was found, as it was shown: nothing else goes. The entry in the ledger and the values stand or fall together.
 */
export async function erase(
  { parts, workspace, workspaceName }: Erasing,
  { record, values }: Pick<Erasure, "record" | "values">,
  why: ErasureReason,
): Promise<Erased> {
  const { events, state } = await loadRun(parts.store, record.origin, record.vkey);
  if (!state.closed)
    return { ok: false, sentence: `Run ${record.runId} is still open. End it first: it needs its values to go on.` };
  const shown = new Map(events.map((event) => [event.seq, event.values]));
  const left = values.filter(({ seq, field }) => Object.hasOwn(shown.get(seq) ?? {}, field));
  await parts.lock("ledger", true, async () => {
    const ledger = await openLedger({ origin: workspaceName, signer: workspace, store: parts.store, now: parts.now });
    await eraseValues(ledger, record.origin, events, left, why);
  });
  return { ok: true, values: left.length };
}
