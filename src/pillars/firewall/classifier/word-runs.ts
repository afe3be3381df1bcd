import type { FeatureList } from "./feature-list.ts";
import { mix } from "./hashing.ts";

/** Runs of one, two and three in a row. 0 is a gap that takes part in longer runs but is nothing alone. */
export class WordRuns {
  readonly #list: FeatureList;
  readonly #base: number;
  readonly #mask: number;
  #before = 0;
  #beforeStart = 0;
  #beforeThat = 0;
  #beforeThatStart = 0;

  constructor(list: FeatureList, base: number, bits: number) {
    this.#list = list;
    this.#base = base;
    this.#mask = 2 ** bits - 1;
  }

  alone(run: number, start: number, end: number): void {
    this.#list.add(this.#base + (mix(run) & this.#mask), start, end);
  }

  next(value: number, start: number, end: number): void {
    const before = this.#before;
    const beforeThat = this.#beforeThat;
    if (value !== 0) this.alone(value, start, end);
    if (before !== 0) this.alone(Math.imul(before, 31) ^ value, this.#beforeStart, end);
    if (beforeThat !== 0)
      this.alone(Math.imul(Math.imul(beforeThat, 31) ^ before, 37) ^ value, this.#beforeThatStart, end);
    this.#beforeThat = before;
    this.#beforeThatStart = this.#beforeStart;
    this.#before = value;
    this.#beforeStart = start;
  }
}
