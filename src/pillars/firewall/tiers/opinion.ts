import { isCutOut, strictest } from "../inspect.ts";
import type { FirewallPolicy } from "../policy/index.ts";
import type { Finding, InspectInput, Verdict } from "../types.ts";
import type { TierId } from "./doubt.ts";

/** Why a tier came to no opinion. */
export const lapses = [
  "late",
  "unreadable",
  "refused",
  "failed",
  "too-long",
  "no-judge",
  "no-model",
  "wrong-model",
  "unusable",
] as const;
export type Lapse = (typeof lapses)[number];

export type Opinion =
  | { readonly verdict: "pass" }
  | { readonly verdict: "stop"; readonly reason: string }
  | { readonly verdict: "none"; readonly lapse: Lapse };

/** The verdict on a text with what a tier says about it. No opinion counts as a stop: what is in doubt does not pass unchecked. */
export function withOpinion(
  verdict: Verdict,
  opinion: Opinion,
  tier: TierId,
  input: InspectInput,
  policy: FirewallPolicy,
): Verdict {
  const { action } = policy.tiers[tier];
  if (opinion.verdict === "pass" || action === "off") return verdict;
  const finding: Finding = {
    guard: "injection",
    category: tier,
    score: 1,
    start: 0,
    end: input.text.length,
    reason: reasonOf(opinion),
    action,
  };
  const enforced = strictest([verdict.enforced, action]);
  const found = { ...verdict, enforced, score: 1, findings: [...verdict.findings, finding] };
  if (policy.mode !== "enforce") return { ...found, verdict: policy.mode === "warn" ? "warn" : "allow" };
  if (action === "warn") return { ...found, verdict: enforced };
  // It speaks of the text as a whole, so of data the whole string goes and the strings beside it stay.
  const isCut = action === "block" && isCutOut(finding, input, policy);
  const text = action === "ask" ? verdict.text : isCut ? marker : "";
  return { ...found, verdict: enforced, passable: isCut, text };
}

const marker = "[text removed by the firewall]";

function reasonOf(opinion: Exclude<Opinion, { verdict: "pass" }>): string {
  if (opinion.verdict === "none") return lapseSentences[opinion.lapse];
  return opinion.reason === ""
    ? "A second opinion says that this is an attack."
    : `A second opinion says that this is an attack: ${opinion.reason}.`;
}

const lapseSentences: Readonly<Record<Lapse, string>> = {
  late: "This is in doubt, and the second opinion did not come in time.",
  unreadable: "This is in doubt, and the second opinion was not clear.",
  refused: "This is in doubt, and the judge model refused to look at it.",
  failed: "This is in doubt, and no second opinion could be had.",
  "too-long": "This is in doubt, and too long for a second opinion.",
  "no-judge": "This is in doubt, and no model that can judge is chosen.",
  "no-model": "This is in doubt, and the files of the transformer are not on this device.",
  "wrong-model": "This is in doubt, and the files of the transformer are not the ones that this firewall names.",
  unusable: "This is in doubt, and the transformer's files cannot be used.",
};
