import type { Curve } from "#pillars/firewall/learning";

/** A text that must not be stopped, as its raw score out of fold. */
export interface BenignScore {
  readonly raw: number;
  readonly source: string;
  readonly windows: number;
}

/**
 * Shares of ordinary texts, and of harmless look-alikes of attacks, that may reach a score. A threshold of 0.5 thus stops so
 * many of them, whatever their length; the sources of ordinary texts count alike, however large they are.
 */
const shares: readonly { readonly ordinary: number; readonly lookAlike: number; readonly score: number }[] = [
  { ordinary: 0.3, lookAlike: 0.5, score: 0.05 },
  { ordinary: 0.08, lookAlike: 0.25, score: 0.2 },
  { ordinary: 0.015, lookAlike: 0.12, score: 0.35 },
  { ordinary: 0.004, lookAlike: 0.04, score: 0.5 },
  { ordinary: 0.001, lookAlike: 0.02, score: 0.75 },
];
/** How far above the last share's raw score a text is a certain case. */
const beyond = 2;

/** A curve through the raw scores that no more than those shares exceed. */
export function calibrationCurve(ordinary: readonly BenignScore[], lookAlikes: readonly BenignScore[]): Curve {
  const rawOf = createQuantiles(ordinary);
  const rawOfLookAlikes = createQuantiles(lookAlikes);
  const points = shares.map((share): [number, number] => [
    Math.max(rawOf(share.ordinary), rawOfLookAlikes(share.lookAlike)),
    share.score,
  ]);
  const last = points.at(-1)?.[0] ?? 0;
  return strictlyRising([...points, [last + beyond, 0.98]]);
}

/** The raw score that a share of the texts exceeds, each source counting alike; of no texts, the lowest there is. */
function createQuantiles(scores: readonly BenignScore[]): (share: number) => number {
  const sizes = new Map<string, number>();
  for (const { source } of scores) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const descending = scores.toSorted((a, b) => b.raw - a.raw);
  return (share) => {
    let exceeded = 0;
    for (const { raw, source } of descending) {
      exceeded += 1 / (sizes.get(source) ?? 1) / sizes.size;
      if (exceeded > share) return raw;
    }
    return -Infinity;
  };
}

/** Few texts can give several shares the same raw score; a curve needs them apart. */
function strictlyRising(points: readonly [number, number][]): [number, number][] {
  let last = -Infinity;
  return points.map(([raw, score]) => {
    last = Math.max(raw, last + 1e-3);
    return [Number(last.toFixed(4)), score];
  });
}
