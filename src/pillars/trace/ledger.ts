import { z } from "zod";
import { fromBase64, toBase64 } from "./base64.ts";
import { equalBytes } from "./bytes.ts";
import { openCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { canonicalize, parseCanonical } from "./canonical.ts";
import { appendLeaf, emptyRange, leafHash, rootOf, type CompactRange } from "./merkle.ts";
import type { Signer } from "./signature.ts";
import { parseVkey, type NoteKey } from "./signed-note.ts";
import type { ErasedValue, LedgerHead, TraceStore } from "./store.ts";
import { formatTime, parseTime } from "./time.ts";
import { TraceError } from "./trace-error.ts";

const name = z.string().min(1).max(512);
const count = z.number().int().nonnegative();

/** What the workspace remembers of its runs. `run` is the run's origin. */
const ledgerEntry = z.discriminatedUnion("type", [
  /** Before the first event: from then on only this key can speak for the run. */
  z.strictObject({ type: z.literal("run.open"), run: name, vkey: name, flowDigest: name, policyDigest: name }),
  /** After the last event; `root` in Base64. */
  z.strictObject({ type: z.literal("run.close"), run: name, size: count, root: name }),
  /** A value was erased; `reason` and `actorRef` hold no personal text. */
  z.strictObject({
    type: z.literal("redact"),
    run: name,
    seq: count,
    field: name,
    digest: name,
    reason: z.string().max(200),
    actorRef: z.string().max(200),
  }),
  /** A copy left; `manifest` is the Base64url digest of its manifest. */
  z.strictObject({ type: z.literal("export"), run: name, size: count, manifest: name }),
]);

export type LedgerEntry = z.infer<typeof ledgerEntry>;

const ledgerLine = z.strictObject({
  v: z.literal(1),
  origin: name,
  index: count,
  time: z.string().refine((text) => parseTime(text) !== undefined),
  entry: ledgerEntry,
});

export type LedgerLine = z.infer<typeof ledgerLine>;

/** The workspace's log over its runs: shows that a run existed, with which key, and how it ended. */
export interface Ledger {
  /** The workspace's name and the name of its key. */
  readonly origin: string;
  size(): number;
  /**
   * Records entries in one step: signs the new head, then stores both; `erase` is deleted in the same transaction.
   * Call it under the host's ledger lock. Throws TraceError `fork` when somebody else wrote in the meantime.
   */
  record(entries: readonly LedgerEntry[], erase?: readonly ErasedValue[]): Promise<{ readonly checkpoint: string }>;
}

export interface LedgerOptions {
  readonly origin: string;
  readonly signer: Signer;
  readonly store: TraceStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const page = 1000;

/**
 * Opens the workspace's ledger. Its right edge is kept with its signed head, and counts only where the two agree; else the ledger is
 * read once, and the order and form of every stored entry is checked.
 */
export async function openLedger({ origin, signer, store, now }: LedgerOptions): Promise<Ledger> {
  if (parseVkey(signer.vkey).name !== origin) throw new TraceError("bad-key", "not this workspace's key");
  const head = await store.ledgerHead();
  let range = keptRange(head, parseVkey(signer.vkey)) ?? (await readRange(store, origin));

  async function record(entries: readonly LedgerEntry[], erase: readonly ErasedValue[] = []) {
    const time = formatTime(Math.floor(now()));
    const lines = entries.map((entry, at) => writeLedgerLine({ v: 1, origin, index: range.size + at, time, entry }));
    const next = lines.reduce((before, line) => appendLeaf(before, leafHash(line)), range);
    const checkpoint = await signCheckpoint({ origin, size: next.size, root: rootOf(next) }, signer);
    await store.appendLedger({ expected: range.size, lines, checkpoint, erase, range: next.hashes.map(toBase64) });
    range = next;
    return { checkpoint };
  }

  return { origin, size: () => range.size, record };
}

export function readLedgerLine(text: string): LedgerLine {
  const checked = ledgerLine.safeParse(parseCanonical(text));
  if (!checked.success) throw new TraceError("bad-line", "ledger");
  return checked.data;
}

function writeLedgerLine(line: LedgerLine): string {
  const text = canonicalize(line);
  readLedgerLine(text);
  return text;
}

function keptRange({ size, checkpoint, range: kept }: LedgerHead, key: NoteKey): CompactRange | undefined {
  if (kept === undefined || checkpoint === undefined) return undefined;
  try {
    const range = { size, hashes: kept.map(fromBase64) };
    const signed = openCheckpoint(checkpoint, [key]).checkpoint;
    const isSame = signed.origin === key.name && signed.size === size && equalBytes(signed.root, rootOf(range));
    return isSame && range.hashes.length === edgeLength(size) ? range : undefined;
  } catch (problem) {
    if (problem instanceof TraceError) return undefined;
    throw problem;
  }
}

/** One subtree for each bit of the size. */
function edgeLength(size: number): number {
  return size.toString(2).replaceAll("0", "").length;
}

async function readRange(store: TraceStore, origin: string): Promise<CompactRange> {
  const { size } = await store.ledgerHead();
  let range = emptyRange;
  while (range.size < size) {
    const lines = await store.ledgerLines(range.size, range.size + page);
    if (lines.length === 0) throw new TraceError("truncated", "ledger");
    for (const text of lines) {
      const line = readLedgerLine(text);
      if (line.origin !== origin || line.index !== range.size) throw new TraceError("bad-line", "ledger");
      range = appendLeaf(range, leafHash(text));
    }
  }
  return range;
}
