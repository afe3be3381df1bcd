import type { StoredDisclosure } from "./disclosure.ts";
import type { SignedCheckpoint } from "./log.ts";
import type { LedgerBatch, LedgerHead, RunBatch, RunHead, TraceStore } from "./store.ts";
import { TraceError } from "./trace-error.ts";

interface StoredRun {
  head: RunHead;
  readonly lines: string[];
  readonly disclosures: Map<string, StoredDisclosure>;
  readonly checkpoints: SignedCheckpoint[];
}

/** A store that lasts as long as the process: tests, headless runs, and the pattern for real ones. */
export class MemoryTraceStore implements TraceStore {
  readonly #runs = new Map<string, StoredRun>();
  readonly #ledger: string[] = [];
  #ledgerHead: Omit<LedgerHead, "size"> = {};

  async runs(): Promise<readonly string[]> {
    return [...this.#runs.keys()];
  }

  async head(origin: string): Promise<RunHead | undefined> {
    return this.#runs.get(origin)?.head;
  }

  async append(origin: string, batch: RunBatch): Promise<void> {
    const run = this.#runs.get(origin) ?? newRun(batch.expected);
    const { head } = run;
    if (head.size !== batch.expected.size || head.prev !== batch.expected.prev) throw new TraceError("fork");
    if (batch.head.size !== head.size + batch.lines.length) throw new TraceError("fork");
    this.#runs.set(origin, run);
    run.lines.push(...batch.lines);
    for (const each of batch.disclosures) run.disclosures.set(`${each.seq} ${each.field}`, each);
    if (batch.checkpoint !== undefined) run.checkpoints.push(batch.checkpoint);
    run.head = batch.head;
  }

  async lines(origin: string, from: number, to: number): Promise<readonly string[]> {
    return this.#runs.get(origin)?.lines.slice(from, to) ?? [];
  }

  async disclosures(origin: string, from: number, to: number): Promise<readonly StoredDisclosure[]> {
    const all = [...(this.#runs.get(origin)?.disclosures.values() ?? [])];
    return all.filter(({ seq }) => seq >= from && seq < to).sort(byStepThenField);
  }

  async checkpoints(origin: string): Promise<readonly SignedCheckpoint[]> {
    return [...(this.#runs.get(origin)?.checkpoints ?? [])];
  }

  async ledgerHead(): Promise<LedgerHead> {
    return { size: this.#ledger.length, ...this.#ledgerHead };
  }

  async ledgerLines(from: number, to: number): Promise<readonly string[]> {
    return this.#ledger.slice(from, to);
  }

  async appendLedger(batch: LedgerBatch): Promise<void> {
    if (batch.expected !== this.#ledger.length) throw new TraceError("fork");
    this.#ledger.push(...batch.lines);
    this.#ledgerHead = { checkpoint: batch.checkpoint, range: batch.range };
    for (const { origin, seq, field } of batch.erase) this.#runs.get(origin)?.disclosures.delete(`${seq} ${field}`);
  }
}

function newRun(expected: RunHead): StoredRun {
  if (expected.size !== 0) throw new TraceError("fork");
  return { head: expected, lines: [], disclosures: new Map(), checkpoints: [] };
}

/** The order in which disclosures are stored and exported. */
export function byStepThenField(a: StoredDisclosure, b: StoredDisclosure): number {
  return a.seq - b.seq || (a.field < b.field ? -1 : Number(a.field > b.field));
}
