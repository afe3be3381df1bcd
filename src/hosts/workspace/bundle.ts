import { jsonValue } from "#engine";
import { exportRun, manifestDigest, openLedger, type Signer, type Withhold } from "#pillars/trace";
import type { RunRecord, WorkspaceParts } from "./parts.ts";
import { policiesOf } from "./policies.ts";

/** A copy of a run's evidence. */
export interface Copy {
  /** True for values that it goes without. */
  readonly withhold?: Withhold | undefined;
  /** Sizes of the ledger under receipts that the copy has to be comparable with, however long the ledger is. */
  readonly since?: readonly number[] | undefined;
  /** False for one that is only looked at here; the ledger names every other, so that an erasure can say which copies are out. */
  readonly leaves?: boolean;
}

interface Exported {
  readonly parts: WorkspaceParts;
  readonly record: RunRecord;
  readonly workspace: Signer;
  readonly workspaceName: string;
}

/** The bundle of a run that is stored and sealed; a run that is open here is sealed by its session first. */
export async function bundleOf(exported: Exported, { withhold, since, leaves = true }: Copy = {}): Promise<Uint8Array> {
  const { parts, record, workspace } = exported;
  const { origin, flow } = record;
  const options = { origin, flow: jsonValue.parse(flow), policies: policiesOf(flow), created: parts.now() };
  const page = leaves ? await parts.verifyPage?.() : undefined;
  const extras = new Map(page === undefined ? [] : [["verify.html" as const, page]]);
  const bytes = await exportRun(
    parts.store,
    { ...options, extras, since, native: parts.native, ...(withhold && { withhold }) },
    workspace,
  );
  if (leaves) await enterCopy(exported, bytes);
  return bytes;
}

async function enterCopy({ parts, record, workspace, workspaceName }: Exported, bytes: Uint8Array): Promise<void> {
  const { origin } = record;
  const size = (await parts.store.head(origin))?.size ?? 0;
  await parts.lock("ledger", true, async () => {
    const ledger = await openLedger({ origin: workspaceName, signer: workspace, store: parts.store, now: parts.now });
    await ledger.record([{ type: "export", run: origin, size, manifest: manifestDigest(bytes) }]);
  });
}
