import type { Signer } from "../signature.ts";
import type { TraceStore } from "../store.ts";
import { TraceError } from "../trace-error.ts";
import { writeBundle, type BundleContents } from "./write.ts";

const page = 1000;

export type ExportOptions = Pick<
  BundleContents,
  "origin" | "flow" | "policies" | "created" | "withhold" | "cosigners" | "since" | "extras" | "native"
>;

/** Writes the bundle of a stored run. An open run must have been sealed (`Journal.seal`), else TraceError `unsealed`. */
export async function exportRun(store: TraceStore, options: ExportOptions, workspace: Signer): Promise<Uint8Array> {
  const { origin } = options;
  const ledger = await store.ledgerHead();
  if (ledger.checkpoint === undefined) throw new TraceError("bad-bundle", "the ledger is empty");
  const size = (await store.head(origin))?.size ?? 0;
  const contents: BundleContents = {
    ...options,
    lines: await allLines(size, (from, to) => store.lines(origin, from, to)),
    disclosures: await store.disclosures(origin, 0, size),
    checkpoints: await store.checkpoints(origin),
    ledgerLines: await allLines(ledger.size, (from, to) => store.ledgerLines(from, to)),
    ledgerCheckpoint: ledger.checkpoint,
  };
  return writeBundle(contents, workspace);
}

async function allLines(
  size: number,
  read: (from: number, to: number) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  while (lines.length < size) {
    const next = await read(lines.length, Math.min(size, lines.length + page));
    if (next.length === 0) throw new TraceError("truncated");
    lines.push(...next);
  }
  return lines;
}
