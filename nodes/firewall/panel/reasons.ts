import type { Finding } from "#pillars/firewall";
import type { PanelWords } from "./words/index.ts";

/** Names of the checks by guard. */
export type Titles = Readonly<Record<string, string>>;

export function reasonOf({ category, reason }: Finding, words: PanelWords): string {
  return words.reasons[category] ?? reason;
}

/** "Injected orders: Tries to make the assistant drop its instructions." */
export function noteOf(finding: Finding, titles: Titles, words: PanelWords): string {
  return `${titles[finding.guard] ?? finding.guard}: ${reasonOf(finding, words)}`;
}

/** From these scores on, a person would call it sure, or quite sure. */
const sure = 0.9;
const quiteSure = 0.7;

export function surenessOf({ score }: Finding, { tryIt: { sure: t } }: PanelWords): string {
  return score >= sure ? t.high : score >= quiteSure ? t.middle : t.low;
}
