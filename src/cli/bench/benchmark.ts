import type { Shell } from "../shell.ts";

/** What every benchmark answers as JSON: totals, and a row for each suite, case or source. */
export interface Bench {
  readonly bench: string;
  readonly machine: object;
  readonly figures: object;
  readonly rows: readonly object[];
  /** Of `agentdojo`: what became of each attack on the rules themselves. */
  readonly adaptive?: readonly object[];
}

export interface BenchOptions {
  readonly files: readonly string[];
  readonly host: string;
  readonly peers: boolean;
  /** A file with the roles of tools, annotated by a person. */
  readonly roles: string | undefined;
  /** For `sandbox`: how much of Python's library is attacked. */
  readonly python: string | undefined;
  /** A folder of models that each lack some families. */
  readonly heldOut: string | undefined;
  /** How many texts of a source and kind; all of them where nothing is said. */
  readonly sample: number | undefined;
  /** For the sandbox: how many ordinary runs follow the attacks. */
  readonly soak: number | undefined;
  /** For the sandbox: how often each speed is measured. */
  readonly turns: number | undefined;
  readonly environment: Shell["environment"];
  /** Says something to the person beside the answer. */
  readonly tell: (line: string) => void;
}

export interface BenchResult {
  readonly bench: Bench;
  /** The same for people, where the plain table of rows is not enough. */
  readonly lines?: readonly string[];
  /** What was measured shows a guard that does not hold: the command then exits with 1. */
  readonly isFailure?: boolean;
}

export type Benchmark = (options: BenchOptions) => Promise<BenchResult>;
