import type { Signer } from "../signature.ts";
import type { TraceStore } from "../store.ts";
import { TraceError } from "../trace-error.ts";
import { packLog, type Withhold } from "./packed-log.ts";
import { pagesOf } from "./pages.ts";
import { writeBundle, type BundleContents } from "./write.ts";

export type ExportOptions = Pick<
  BundleContents,
  "origin" | "flow" | "policies" | "created" | "cosigners" | "since" | "extras" | "native"
> & { readonly withhold?: Withhold };

/** Writes the bundle of a stored run. An open run must have been sealed (`Journal.seal`), else TraceError `unsealed`. */
export async function exportRun(
  store: TraceStore,
  { withhold, ...options }: ExportOptions,
  workspace: Signer,
): Promise<Uint8Array> {
  const { origin, native } = options;
  const ledger = await store.ledgerHead();
  if (ledger.checkpoint === undefined) throw new TraceError("bad-bundle", "the ledger is empty");
  const size = (await store.head(origin))?.size ?? 0;
  const checkpoints = await store.checkpoints(origin);
  if (checkpoints.at(-1)?.size !== size) throw new TraceError("unsealed");
  const [log, ledgerLines] = await Promise.all([
    packLog({ store, origin, size, withhold, gzip: native?.gzip }),
    allLedgerLines(store, ledger.size),
  ]);
  return writeBundle({ ...options, log, checkpoints, ledgerLines, ledgerCheckpoint: ledger.checkpoint }, workspace);
}

async function allLedgerLines(store: TraceStore, size: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { rows } of pagesOf(size, (from, to) => store.ledgerLines(from, to))) lines.push(...rows);
  if (lines.length < size) throw new TraceError("truncated");
  return lines;
}
