import type { FirewallPolicy } from "../policy/index.ts";
import type { Direction, Verdict } from "../types.ts";

type Tiers = FirewallPolicy["tiers"];
export type TierId = keyof Tiers;

/** In the order in which they are asked: what costs nothing goes first. */
export const tierIds = ["transformer", "judge"] as const satisfies readonly TierId[];

/** Whether a tier has to be asked about a text with this verdict: what is stopped or goes to a person needs no second opinion. */
export function isInDoubt(verdict: Verdict, tier: Pick<Tiers[TierId], "from" | "to">): boolean {
  return verdict.passable && verdict.doubt >= tier.from - hair && verdict.doubt <= tier.to + hair;
}

/** Scores are combined by multiplying, so 0.2 may come out as 0.19999999999999996. */
const hair = 1e-9;

/** A transformer knows injected orders only, and those come in. */
export function asksTier(id: TierId, { tiers }: FirewallPolicy, direction: Direction): boolean {
  if (tiers[id].action === "off") return false;
  return id === "judge" ? tiers.judge.where === "both" || tiers.judge.where === direction : direction === "input";
}

/** A reply that has to pass the judge is shown to nobody before. Outside enforce mode nothing is delayed. */
export function holdsReply(policy: FirewallPolicy): boolean {
  return policy.mode === "enforce" && policy.tiers.judge.action !== "warn" && asksTier("judge", policy, "output");
}
