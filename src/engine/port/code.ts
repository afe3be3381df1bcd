import { z } from "zod";
import type { JsonValue } from "../value/json.ts";
import type { CodeLanguage, PythonLibrary } from "./code-language.ts";

/** Hard limits of one run. Times in ms, sizes in bytes. */
export const codeLimits = z.strictObject({
  timeMs: z.number().int().min(1).max(30_000).default(1_000),
  memoryBytes: z
    .number()
    .int()
    .min(24 * 2 ** 20)
    .max(256 * 2 ** 20)
    .default(64 * 2 ** 20),
  stackBytes: z
    .number()
    .int()
    .min(32 * 1024)
    .max(256 * 1024)
    .default(128 * 1024),
  sourceBytes: z
    .number()
    .int()
    .default(256 * 1024),
  valueBytes: z
    .number()
    .int()
    .default(2 ** 20),
  consoleBytes: z
    .number()
    .int()
    .default(64 * 1024),
  calls: z.number().int().default(256),
  callsInFlight: z.number().int().default(32),
  /** How many rows a query may give; 10,000 where it is left out. */
  rows: z.number().int().min(1).max(100_000).exactOptional(),
  /** How long the code may wait for its tools, beside `timeMs` of its own work; 30 s where it is left out. */
  waitMs: z.number().int().min(0).max(600_000).exactOptional(),
});
export type CodeLimits = z.infer<typeof codeLimits>;

/** The tables of a query's input that it may read, with the columns of each. What is not named does not exist for it. */
export const codeReads = z.record(z.string(), z.union([z.literal("all"), z.array(z.string()).readonly()]));
export type CodeReads = z.infer<typeof codeReads>;

export interface CodeRequest {
  readonly language: CodeLanguage;
  /** For Python; the small one where it is left out. */
  readonly library?: PythonLibrary;
  /**
   * The body of an async function that sees `input`, `host.call(tool, argument)` and `console.log` (in Python `print` as
   * well), and returns JSON. Python may also leave its value in `result` or in its last expression. In SQL one query: each list
   * of objects in `input` is a table, every other property the value of `:name`.
   */
  readonly source: string;
  readonly input: JsonValue;
  /** For SQL; all that came in where it is left out. */
  readonly reads?: CodeReads;
  readonly limits: CodeLimits;
  /** What the clock says inside (ms since the epoch) and the seed of its random numbers: recorded, so that a replay is exact. */
  readonly now: number;
  readonly seed: number;
  /** Names that `host.call` may reach; every other name is refused before `call` is asked. */
  readonly tools: readonly string[];
  /** Runs in the parent, behind the monitor. A rejection reaches the guest as an Error with its message only. */
  readonly call: (tool: string, argument: JsonValue) => Promise<JsonValue>;
}

export const codeOutcomes = ["value", "error", "timeout", "memory", "output-limit", "denied", "crashed"] as const;

export interface CodeResult {
  readonly outcome: (typeof codeOutcomes)[number];
  readonly value?: JsonValue;
  /** One sentence; for `error` the guest's own message, cut to 1,000 characters, with the line if known. */
  readonly error?: string;
  readonly logs: readonly string[];
  /** In SQL, the columns of the rows in the order in which the query names them. */
  readonly columns?: readonly string[];
  readonly cpuMs: number;
  readonly memoryBytes: number;
  readonly calls: number;
  /** Who stopped the run, where it was stopped: the engine inside (wall 1) or the watchdog outside (wall 2). */
  readonly stoppedBy?: "engine" | "watchdog";
}

/**
 * Raw sandbox, both walls up. Only the monitor holds one that reaches tools; the editor's trial of code holds another, whose
 * tools answer what they once answered or refuse. Never rejects: every failure is an outcome.
 */
export interface CodeRunner {
  run(request: CodeRequest, signal: AbortSignal): Promise<CodeResult>;
}
