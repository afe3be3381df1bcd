import type { CodeLimits } from "#engine";

/**
 * How long code may wait for the tools it called when its limits say nothing. Waiting costs no processor time, so it does
 * not count against `timeMs`.
 */
export const defaultWaitMs = 30_000;

const defaultRows = 10_000;

/** What a run may take where its limits say nothing: the engine's default, without its schema. */
export const usualMemoryBytes = 64 * 2 ** 20;

/** Added to a deadline before the watchdog acts: the engine inside stops itself first wherever it still can. */
export const watchdogGraceMs = 1_500;

/** Longest tool name that is looked up at all. */
export const maximumNameLength = 200;

/** Longest error text that leaves the sandbox, in UTF-16 units. */
export const maximumErrorLength = 1_000;

export function waitMsOf(limits: CodeLimits): number {
  return limits.waitMs ?? defaultWaitMs;
}

/** Rows that a query may give. */
export function rowsOf(limits: CodeLimits): number {
  return limits.rows ?? defaultRows;
}

/** "1 s", "250 ms". */
export function timeWords(ms: number): string {
  return ms >= 1_000 ? `${round(ms / 1_000)} s` : `${round(ms)} ms`;
}

/** "64 MB", "128 KB". */
export function sizeWords(bytes: number): string {
  return bytes >= 2 ** 20 ? `${round(bytes / 2 ** 20)} MB` : `${round(bytes / 2 ** 10)} KB`;
}

/**
 * What a piece of code may do, as one sentence for the builder: "This code may use Look up order, Refund only once a person
 * agrees, and nothing else; it stops after 1 s and 64 MB."
 * @param alone titles, as the person reads them, of the tools that rules let it use by itself; `asked` of those that a person
 * decides on each time.
 */
export function codeSentence(
  alone: readonly string[],
  asked: readonly string[],
  limits: Pick<CodeLimits, "timeMs" | "memoryBytes">,
): string {
  const end = `it stops after ${timeWords(limits.timeMs)} and ${sizeWords(limits.memoryBytes)}`;
  return `This code ${reachWords(alone, asked)}; ${end}.`;
}

function reachWords(alone: readonly string[], asked: readonly string[]): string {
  const once = `${listWords(asked)} only once a person agrees`;
  if (alone.length === 0)
    return asked.length === 0 ? "can reach nothing outside itself" : `may use ${once}, and nothing else`;
  if (asked.length === 0) return `may use ${listWords(alone)} and nothing else`;
  return `may use ${listWords(alone)}, ${once}, and nothing else`;
}

function listWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
