import { disclosureReport, ledgerLines, loadRun, type DisclosureReport, type LedgerLine } from "#pillars/trace";
import type { Copy } from "./bundle.ts";
import type { RunRecord, WorkspaceParts } from "./parts.ts";

/** What such a copy of a run would show, and why it would not show the rest. */
export async function disclosuresOf(
  { store, now }: WorkspaceParts,
  { origin, vkey }: RunRecord,
  { withhold = () => false }: Copy,
): Promise<DisclosureReport> {
  const { events } = await loadRun(store, origin, vkey);
  const ledger: LedgerLine[] = [];
  for await (const line of ledgerLines(store)) ledger.push(line);
  return disclosureReport({ origin, events, ledger, made: now(), withhold });
}
