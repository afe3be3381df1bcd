import { keyStanding, type ApproverBook } from "#hosts/workspace";
import type { PersonDecision } from "#monitor";

/** What is to be said about the key of a decision that came signed, and whether it must not count. */
export interface KeyJudged {
  readonly refused?: string;
  readonly remark?: string;
}

/**
 * Whoever gives a decision file vouches for it, so a key that nobody knows counts and is named; one that contradicts what
 * was recognised here does not.
 */
export async function judgeKey({ by, signed }: PersonDecision, book: ApproverBook): Promise<KeyJudged> {
  if (signed === undefined) return {};
  const key = keyStanding(signed.approver, by, await book.list());
  if (key.standing === "known") return {};
  if (key.standing === "other-person")
    return {
      refused: "Its key is known here for another person or role, or is retired, so this decision does not count.",
    };
  const recognised = key.others.find(({ isForeign }) => isForeign === true);
  if (recognised !== undefined)
    return {
      refused: `This decision is signed with another key than the one recognised here as ${by.name}'s (${recognised.vkey}), so it does not count. If it is theirs too: gatehouse approve --recognise FILE`,
    };
  return {
    remark: `${by.name} signed with a key that is not known here: ${signed.approver}. Compare it with theirs, then: gatehouse approve --recognise FILE`,
  };
}
