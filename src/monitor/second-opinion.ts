import type { StepScope } from "#engine";
import {
  asksTier,
  isInDoubt,
  tierIds,
  withOpinion,
  type FirewallPolicy,
  type TierId,
  type Verdict,
} from "#pillars/firewall";
import { askTier, type Tier } from "./ask-tier.ts";
import type { Desk } from "./desk.ts";
import type { Firewall, Leaf, Subject } from "./inspected.ts";
import { judgeOf } from "./judge.ts";
import { transformerOf } from "./transformer.ts";

const tiers: Readonly<Record<TierId, (policy: FirewallPolicy, desk: Desk) => Tier>> = {
  transformer: transformerOf,
  judge: judgeOf,
};

/**
 * Asks the firewall's stronger tiers about the texts of which the checks are not sure, all in one question, and gives the texts
 * with what the tiers say of them. What one has stopped the next is not asked about. `together` is the verdict on the texts as
 * one: where that is in more doubt than any of them alone, the question is about all.
 */
export async function secondOpinion(
  leaves: readonly Leaf[],
  together: Verdict | undefined,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<readonly Leaf[]> {
  if (subject.only !== undefined && !subject.only.includes("injection")) return leaves;
  let judged = leaves;
  for (const id of tierIds) {
    if (!asksTier(id, firewall.policy, subject.direction)) continue;
    const doubtful = doubtfulOf(judged, together, (verdict) => isInDoubt(verdict, firewall.policy.tiers[id]));
    if (doubtful.size === 0) continue;
    const text = [...doubtful].map((leaf) => leaf.verdict.text).join("\n\n");
    const opinion = await askTier(tiers[id](firewall.policy, desk), text, subject, firewall, scope, desk);
    judged = judged.map((leaf) => {
      if (!doubtful.has(leaf)) return leaf;
      const { from, direction } = subject;
      const input = { text: leaf.text, from, direction };
      return { ...leaf, verdict: withOpinion(leaf.verdict, opinion, id, input, firewall.policy) };
    });
  }
  return judged;
}

function doubtfulOf(
  leaves: readonly Leaf[],
  together: Verdict | undefined,
  isDoubtful: (verdict: Verdict) => boolean,
): ReadonlySet<Leaf> {
  const alone = leaves.filter(({ verdict }) => isDoubtful(verdict));
  const most = Math.max(0, ...alone.map(({ verdict }) => verdict.doubt));
  const all = together !== undefined && isDoubtful(together) && together.doubt > most;
  return new Set(all ? leaves.filter(({ text, verdict }) => text.trim() !== "" && verdict.passable) : alone);
}
