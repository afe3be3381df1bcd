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
  override disclosures = async (_origin: string, from: number, to: number) =>
    this.#run.disclosures.slice(this.#firstOf(from), this.#firstOf(to));
  override checkpoints = async () => this.#run.checkpoints;
  override ledgerHead = async () => this.#run.ledgerHead;
  override ledgerLines = async (from: number, to: number) => this.#run.ledgerLines.slice(from, to);

  /** Where the values of that step begin. */
  #firstOf(seq: number): number {
    const { disclosures } = this.#run;
    let [low, high] = [0, disclosures.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((disclosures[middle]?.seq ?? seq) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
