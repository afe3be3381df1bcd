import { firewallPolicy, inspect } from "#pillars/firewall";
import type { FirewallPolicy, Verdict } from "#pillars/firewall";
import { families } from "./families.ts";
import { kindOf } from "./rows.ts";
import type { CaseKind, FirewallCase } from "./rows.ts";

/** One source, language and kind. `stopped` counts asks and blocks; for pii and secret rows, texts in which something was removed. */
export interface FirewallBenchRow {
  readonly source: string;
  readonly family: string;
  readonly lang: string;
  readonly kind: CaseKind;
  readonly n: number;
  readonly stopped: number;
  readonly detector: string;
  /** Microseconds a text. */
  readonly p50: number;
  readonly p95: number;
}

interface Tally {
  readonly kind: CaseKind;
  readonly source: string;
  readonly lang: string;
  stopped: number;
  readonly times: number[];
}

/**
 * Inspects every case with a policy (a freshly placed Firewall node by default) and counts what it stops.
 * `clock` gives milliseconds; without one the times are 0.
 */
export function runFirewallBench(
  cases: Iterable<FirewallCase>,
  policy: FirewallPolicy = firewallPolicy.parse({}),
  clock: () => number = () => 0,
): FirewallBenchRow[] {
  const tallies = new Map<string, Tally>();
  for (const row of cases) {
    const kind = kindOf(row.label);
    if (kind === undefined) continue;
    const key = `${row.source} ${row.lang} ${kind}`;
    const tally = tallies.get(key) ?? { kind, source: row.source, lang: row.lang, stopped: 0, times: [] };
    tallies.set(key, tally);
    const start = clock();
    const verdict = inspectCase(row, kind, policy);
    tally.times.push((clock() - start) * 1000);
    if (isStopped(verdict, kind)) tally.stopped += 1;
  }
  return [...tallies.values()].map(({ times, ...tally }) => ({
    ...tally,
    family: families[tally.source] ?? tally.source,
    n: times.length,
    detector: "rules",
    ...percentiles(times),
  }));
}

function inspectCase(row: FirewallCase, kind: CaseKind, policy: FirewallPolicy): Verdict {
  if (kind === "pii" || kind === "secret")
    return inspect({ text: row.text, direction: "output", from: "model" }, policy);
  return inspect({ text: row.text, direction: "input", from: row.where === "indirect" ? "tool" : "user" }, policy);
}

function isStopped(verdict: Verdict, kind: CaseKind): boolean {
  if (kind === "pii" || kind === "secret") return verdict.enforced !== "allow" && verdict.enforced !== "warn";
  return verdict.enforced === "ask" || verdict.enforced === "block";
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}
