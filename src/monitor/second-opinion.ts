import type { StepScope } from "#engine";
import { asksJudge, isInDoubt, withOpinion, type Verdict } from "#pillars/firewall";
import { askJudge } from "./ask-judge.ts";
import type { Desk } from "./desk.ts";
import type { Firewall, Leaf, Subject } from "./inspected.ts";

/**
 * Asks the firewall's stronger tiers about the texts of which the checks are not sure, all in one question, and gives the texts
 * with what the tiers say of them. `together` is the verdict on the texts as one: where that is in more doubt than any of them
 * alone, the question is about all.
 */
export async function secondOpinion(
  leaves: readonly Leaf[],
  together: Verdict | undefined,
  subject: Subject,
  firewall: Firewall,
  scope: StepScope,
  desk: Desk,
): Promise<readonly Leaf[]> {
  const { judge } = firewall.policy.tiers;
  const isWanted = subject.only === undefined || subject.only.includes("injection");
  if (!isWanted || !asksJudge(firewall.policy, subject.direction)) return leaves;
  const doubtful = doubtfulOf(leaves, together, (verdict) => isInDoubt(verdict, judge));
  if (doubtful.size === 0) return leaves;
  const text = [...doubtful].map((leaf) => leaf.verdict.text).join("\n\n");
  const opinion = await askJudge(text, subject, firewall, scope, desk);
  return leaves.map((leaf) => {
    if (!doubtful.has(leaf)) return leaf;
    const { from, direction } = subject;
    const input = { text: leaf.text, from, direction };
    return { ...leaf, verdict: withOpinion(leaf.verdict, opinion, "judge", input, firewall.policy) };
  });
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
