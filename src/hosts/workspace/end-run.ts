import { closeEntry, ledgerLines, loadRun, openLedger, openRunLog, type RunLog, type Signer } from "#pillars/trace";
import type { RunRecord, WorkspaceParts } from "./parts.ts";

interface Ending {
  readonly parts: WorkspaceParts;
  readonly record: RunRecord;
  readonly workspace: Signer;
  readonly workspaceName: string;
}

/** Enters a closed run's end into the ledger, once, and destroys its key: from then on nobody can sign for it. */
export async function endRun({ parts, record, workspace, workspaceName }: Ending, log: RunLog): Promise<void> {
  await parts.lock("ledger", true, async () => {
    if (await isEntered(parts, record.origin)) return;
    const ledger = await openLedger({ origin: workspaceName, signer: workspace, store: parts.store, now: parts.now });
    await ledger.record([closeEntry(log)]);
  });
  await parts.keys.destroyRunKey(record.origin);
}

/** After a crash between a run's last event and its entry in the ledger: makes up for the entry. True when the run is closed. */
export async function settleEnd(ending: Ending): Promise<boolean> {
  const { parts, record } = ending;
  const { state } = await loadRun(parts.store, record.origin, record.vkey);
  if (!state.closed) return false;
  const signer = await parts.keys.runKey(record.origin);
  if (signer === undefined) return true;
  const clock = { now: parts.now, monoUs: parts.monoUs };
  const log = openRunLog(state, { origin: record.origin, signer, salt: () => parts.randomBytes(16), clock });
  await endRun(ending, log);
  return true;
}

async function isEntered(parts: WorkspaceParts, origin: string): Promise<boolean> {
  for await (const { entry } of ledgerLines(parts.store))
    if (entry.type === "run.close" && entry.run === origin) return true;
  return false;
}
