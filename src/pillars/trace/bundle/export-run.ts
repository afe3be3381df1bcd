import type { Signer } from "../signature.ts";
import type { TraceStore } from "../store.ts";
import { TraceError } from "../trace-error.ts";
import { compressParts } from "./gzip.ts";
import { lineParts } from "./lines.ts";
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
  const lines: string[] = [];
  const read = pagesOf(size, (from, to) => store.lines(origin, from, to));
  const [packedLines, disclosures, checkpoints, ledgerLines] = await Promise.all([
    compressParts(partsOf(read, lines), options.native?.gzip),
    store.disclosures(origin, 0, size),
    store.checkpoints(origin),
    allOf(pagesOf(ledger.size, (from, to) => store.ledgerLines(from, to))),
  ]);
  const contents: BundleContents = {
    ...options,
    lines,
    packedLines,
    disclosures,
    checkpoints,
    ledgerLines,
    ledgerCheckpoint: ledger.checkpoint,
  };
  return writeBundle(contents, workspace);
}

async function* pagesOf(
  size: number,
  read: (from: number, to: number) => Promise<readonly string[]>,
): AsyncGenerator<readonly string[]> {
  for (let from = 0; from < size;) {
    const next = await read(from, Math.min(size, from + page));
    if (next.length === 0) throw new TraceError("truncated");
    yield next;
    from += next.length;
  }
}

async function allOf(pages: AsyncIterable<readonly string[]>): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const page of pages) lines.push(...page);
  return lines;
}

/** Lines on their way to the compressor, which works on some while others are read. `seen` gets each of them. */
async function* partsOf(pages: AsyncIterable<readonly string[]>, seen: string[]): AsyncGenerator<Uint8Array> {
  for await (const lines of pages) {
    seen.push(...lines);
    yield* lineParts(lines);
  }
}
