/** The mean, or nothing where there is nothing to take it of: a figure that was not measured is not 0. */
export function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which this share of the others lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Three digits behind the point carry more than samples of this size can say. */
export function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}
