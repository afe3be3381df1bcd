import type { StoredDisclosure } from "./disclosure.ts";
import type { SignedCheckpoint } from "./log.ts";

/** Where a run's stored log ends. */
export interface RunHead {
  /** Number of lines. */
  readonly size: number;
  /** Base64url leaf hash of the last line, or the genesis hash. */
  readonly prev: string;
}

/** Lines that go into the store together or not at all. */
export interface RunBatch {
  /** Where the writer believes the log ends. */
  readonly expected: RunHead;
  readonly lines: readonly string[];
  readonly disclosures: readonly StoredDisclosure[];
  /** Where the log ends after this batch. */
  readonly head: RunHead;
  readonly checkpoint?: SignedCheckpoint;
  /** Strict: on disk when the promise resolves. Relaxed: may be lost with the power, never torn. */
  readonly durability: "strict" | "relaxed";
}

export interface LedgerHead {
  readonly size: number;
  /** The last signed ledger checkpoint; undefined while the ledger is empty. */
  readonly checkpoint?: string;
  /** Base64 hashes of the ledger's right edge, so that going on needs no reading; a store that keeps none is read instead. */
  readonly range?: readonly string[] | undefined;
}

export interface LedgerBatch {
  readonly expected: number;
  readonly lines: readonly string[];
  readonly checkpoint: string;
  /** The right edge after these lines, to be kept with the head. */
  readonly range: readonly string[];
  /** Values to delete in the same transaction: an erasure and its ledger entry stand or fall together. */
  readonly erase: readonly ErasedValue[];
}

export interface ErasedValue {
  readonly origin: string;
  readonly seq: number;
  readonly field: string;
}

/**
 * What a host implements over its database or folder. One workspace per store. The host's lock makes the writer of a run
 * (and of the ledger) the only one; the store still compares heads and throws TraceError `fork` when that failed.
 * Ranges are half open and may reach past the end. Private keys are not kept here.
 */
export interface TraceStore {
  /** Origins of all runs, oldest first. */
  runs(): Promise<readonly string[]>;
  head(origin: string): Promise<RunHead | undefined>;
  /** Atomic. Adds, never overwrites. Always strict when it holds a checkpoint. A first batch has `expected.size` 0. */
  append(origin: string, batch: RunBatch): Promise<void>;
  lines(origin: string, from: number, to: number): Promise<readonly string[]>;
  /** Ordered by step, then field. */
  disclosures(origin: string, from: number, to: number): Promise<readonly StoredDisclosure[]>;
  /** Ascending by size. */
  checkpoints(origin: string): Promise<readonly SignedCheckpoint[]>;
  ledgerHead(): Promise<LedgerHead>;
  ledgerLines(from: number, to: number): Promise<readonly string[]>;
  /** Atomic and strict; throws TraceError `fork` when the ledger is not `expected` long. */
  appendLedger(batch: LedgerBatch): Promise<void>;
}
