import type { Sensitivity } from "#pillars/firewall";

type Counted = { readonly source: string; readonly n: number } & Readonly<Record<Sensitivity, number>>;

/** The unweighted mean over sources of the share of texts found, so that no large source decides alone; 0 of no texts. */
export function meanShare(rows: readonly Counted[], sensitivity: Sensitivity): number {
  const bySource = new Map<string, { n: number; found: number }>();
  for (const row of rows) {
    const before = bySource.get(row.source) ?? { n: 0, found: 0 };
    bySource.set(row.source, { n: before.n + row.n, found: before.found + row[sensitivity] });
  }
  const shares = [...bySource.values()].map(({ n, found }) => found / n);
  return Number((shares.reduce((sum, each) => sum + each, 0) / Math.max(1, shares.length)).toFixed(4));
}
