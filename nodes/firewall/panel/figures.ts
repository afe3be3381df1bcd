import { measured } from "#pillars/firewall/measured";
import type { PanelWords } from "./words/index.ts";

export interface Claim {
  readonly sentence: string;
  readonly basis: string;
}

/** What a check catches and whom it disturbs at this setting. Where nothing was measured, nothing is claimed. */
export function claimOf(guard: string, sensitivity: string, { check: t }: PanelWords): Claim | undefined {
  const found = measured[guard]?.[sensitivity];
  if (found === undefined) return undefined;
  const [attacks, ordinary] = found.texts;
  // "100 of 100" is said only of what never failed.
  const of100 = found.catches === 1 ? 100 : Math.min(99, Math.round(found.catches * 100));
  const of1000 = Math.round(found.disturbs * 1000);
  const disturbs =
    found.disturbs * ordinary < 0.5 ? t.disturbsNone(ordinary) : of1000 === 0 ? t.disturbsFew : t.disturbs(of1000);
  const catches = guard === "injection" ? t.catchesAttacks(of100) : t.catchesExamples(of100);
  return { sentence: `${catches}, ${disturbs}.`, basis: t.measuredOn(attacks, ordinary) };
}
