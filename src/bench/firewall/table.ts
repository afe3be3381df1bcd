import { businessSources, heldOut } from "./families.ts";
import type { FirewallBenchRow } from "./run.ts";

/** The rows as a table for people, one line a source and kind, with the means that matter below. */
export function firewallTable(rows: readonly FirewallBenchRow[]): string {
  const merged = mergeLanguages(rows);
  const lines = merged.map((row) =>
    [
      row.source.padEnd(24),
      row.kind.padEnd(7),
      `${row.stopped}/${row.n}`.padStart(12),
      percent(row.stopped / row.n).padStart(8),
      `${row.p50} µs`.padStart(10),
      `${row.p95} µs`.padStart(10),
      heldOut.includes(row.family) ? "held out" : "",
    ].join(" "),
  );
  const figures = firewallFigures(rows);
  return [...lines, ...Object.entries(figures).map(([name, value]) => `${name.padEnd(32)} ${percent(value)}`)].join(
    "\n",
  );
}

/** Unweighted means over sources. */
export function firewallFigures(rows: readonly FirewallBenchRow[]): Record<string, number> {
  const merged = mergeLanguages(rows);
  const attacks = merged.filter((row) => row.kind === "attack");
  return {
    attacksTuned: mean(attacks.filter((row) => !heldOut.includes(row.family))),
    attacksHeldOut: mean(attacks.filter((row) => heldOut.includes(row.family))),
    businessFalsePositives: mean(merged.filter((row) => row.kind === "benign" && businessSources.includes(row.source))),
    benignFalsePositives: mean(merged.filter((row) => row.kind === "benign")),
  };
}

/** One row a source and kind; the percentiles of the largest language stand for it. */
function mergeLanguages(rows: readonly FirewallBenchRow[]): FirewallBenchRow[] {
  const merged = new Map<string, FirewallBenchRow>();
  for (const row of rows.toSorted((a, b) => b.n - a.n)) {
    const key = `${row.source} ${row.kind}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined ? row : { ...before, n: before.n + row.n, stopped: before.stopped + row.stopped },
    );
  }
  return [...merged.values()].toSorted((a, b) => a.kind.localeCompare(b.kind) || a.source.localeCompare(b.source));
}

function mean(rows: readonly FirewallBenchRow[]): number {
  return rows.reduce((sum, row) => sum + row.stopped / row.n, 0) / Math.max(1, rows.length);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
