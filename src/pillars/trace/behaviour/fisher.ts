/**
 * How likely two groups of one kind are to differ by at least as much as these do: the two-sided p-value of Fisher's exact
 * test, which sums the probabilities of all tables with the same margins that are no likelier than the one at hand. Exact
 * for small counts.
 */
export function fisher(count: number, of: number, otherCount: number, otherOf: number): number {
  const hits = count + otherCount;
  const all = of + otherOf;
  const logOf = (k: number): number => logChoose(of, k) + logChoose(otherOf, hits - k) - logChoose(all, hits);
  const here = logOf(count);
  let p = 0;
  for (let k = Math.max(0, hits - otherOf); k <= Math.min(of, hits); k += 1) {
    const each = logOf(k);
    // Equal probabilities differ by rounding alone.
    if (each <= here + 1e-7) p += Math.exp(each);
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const known = [0];

function logFactorial(n: number): number {
  for (let next = known.length; next <= n; next += 1) known.push((known[next - 1] ?? 0) + Math.log(next));
  return known[n] ?? 0;
}
