import { z } from "zod";
import {
  TraceError,
  type LedgerHead,
  type RunHead,
  type SignedCheckpoint,
  type StoredDisclosure,
} from "#pillars/trace";

const count = z.number().int().nonnegative();
const head = z.strictObject({ size: count, prev: z.string() });

/** One batch of a run's log as it lies in the file. */
export const batchRecord = z.strictObject({
  origin: z.string(),
  expected: head,
  head,
  lines: z.array(z.string()),
  disclosures: z.array(z.strictObject({ seq: count, field: z.string(), text: z.string() })),
  checkpoint: z.strictObject({ size: count, note: z.string() }).exactOptional(),
});
export type BatchRecord = z.infer<typeof batchRecord>;

export interface StoredLog {
  origin: string;
  head: RunHead | undefined;
  readonly lines: string[];
  readonly disclosures: StoredDisclosure[];
  readonly checkpoints: SignedCheckpoint[];
}

export function emptyLog(): StoredLog {
  return { origin: "", head: undefined, lines: [], disclosures: [], checkpoints: [] };
}

export function foldBatch(log: StoredLog, batch: BatchRecord): void {
  requireContinues(log, batch);
  log.origin = batch.origin;
  log.head = batch.head;
  log.lines.push(...batch.lines);
  log.disclosures.push(...batch.disclosures);
  if (batch.checkpoint !== undefined) log.checkpoints.push(batch.checkpoint);
}

/** Compare and set: a batch is added only where its writer believes the log to end. */
export function requireContinues(
  log: StoredLog,
  batch: Pick<BatchRecord, "origin" | "expected" | "head" | "lines">,
): void {
  const { size, prev } = batch.expected;
  const fits =
    log.head === undefined
      ? size === 0
      : log.head.size === size && log.head.prev === prev && log.origin === batch.origin;
  if (!fits || batch.head.size !== size + batch.lines.length) throw new TraceError("fork");
}

/** One step of the workspace's ledger; `erase` names values that are gone with it. */
export const ledgerRecord = z.strictObject({
  expected: count,
  lines: z.array(z.string()),
  checkpoint: z.string(),
  range: z.array(z.string()).exactOptional(),
  erase: z.array(z.strictObject({ origin: z.string(), seq: count, field: z.string() })),
});
export type LedgerRecord = z.infer<typeof ledgerRecord>;

export interface StoredLedger {
  readonly lines: string[];
  checkpoint: string | undefined;
  range: readonly string[] | undefined;
  /** `<origin> <seq> <field>` of every erased value. */
  readonly erased: Set<string>;
}

export function emptyLedger(): StoredLedger {
  return { lines: [], checkpoint: undefined, range: undefined, erased: new Set() };
}

export function foldLedger(ledger: StoredLedger, record: LedgerRecord): void {
  if (record.expected !== ledger.lines.length) throw new TraceError("fork");
  ledger.lines.push(...record.lines);
  ledger.checkpoint = record.checkpoint;
  ledger.range = record.range;
  for (const value of record.erase) ledger.erased.add(nameOf(value.origin, value));
}

export function ledgerHeadOf({ lines, checkpoint, range }: StoredLedger): LedgerHead {
  return checkpoint === undefined ? { size: lines.length } : { size: lines.length, checkpoint, range };
}

export function nameOf(origin: string, { seq, field }: { readonly seq: number; readonly field: string }): string {
  return `${origin} ${seq} ${field}`;
}
