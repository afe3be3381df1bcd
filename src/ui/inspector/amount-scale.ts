/** How far the bar of an amount reaches: a round number well beyond the highest limit that is set. */
export function amountScale(aloneUpTo: number, neverAbove: number | undefined): { max: number; step: number } {
  const reach = Math.max(aloneUpTo * 2, (neverAbove ?? 0) * 1.25, 100);
  const unit = 10 ** Math.floor(Math.log10(reach) - 1);
  const max = Math.ceil(reach / unit) * unit;
  return { max, step: Math.max(1, unit / 10) };
}
