import type { Flow } from "#engine";

export interface Template {
  readonly id: string;
  readonly title: string;
  /** Two lines on a card. */
  readonly description: string;
  /** The library's filter: Support, People, … */
  readonly category: string;
  readonly flow: Flow;
}
