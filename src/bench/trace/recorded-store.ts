import { MemoryTraceStore } from "#pillars/trace";
import type { RecordedRun } from "./recorded-run.ts";

/** A recorded run as a store that gives it out, without what it takes to record one. */
export class RecordedStore extends MemoryTraceStore {
  readonly #run: RecordedRun;
  constructor(run: RecordedRun) {
    super();
    this.#run = run;
  }
  override head = async () => ({ size: this.#run.lines.length, prev: "" });
  override lines = async (_origin: string, from: number, to: number) => this.#run.lines.slice(from, to);
  override disclosures = async () => this.#run.disclosures;
  override checkpoints = async () => this.#run.checkpoints;
  override ledgerHead = async () => this.#run.ledgerHead;
  override ledgerLines = async (from: number, to: number) => this.#run.ledgerLines.slice(from, to);
}
