import { formatAmount } from "#pillars/autonomy";
import { frequency, person } from "../words.ts";
import type { ReachRow } from "./reach.ts";
import type { Terms } from "./weakest.ts";

/** A row in words. */
export interface ReachSentences {
  readonly who: string;
  readonly alone: string;
  readonly asked: string;
}

/** "up to 50 EUR, once per chat, own record"; alternatives are joined by "or". */
export function reachWords(row: ReachRow): ReachSentences {
  const conditions = (all: readonly Terms[]): string => all.map(termWords).join(", or ");
  const asAsked = row.onlyAsAsked ? ", as far as the person asked for it" : "";
  return {
    who: row.isEverybody ? "anyone" : row.roles.join(", "),
    alone: row.alone.length === 0 ? "never" : conditions(row.alone) + asAsked,
    asked:
      row.asked.length === 0 ? "never" : `${conditions(row.asked)}; ${row.approvers.map(person).join(" or ")} decides`,
  };
}

function termWords({ upTo, only, perTurn, perChat, ownRecord, sameTarget, ownWords }: Terms): string {
  const words = [
    ...(upTo === undefined ? [] : [`up to ${formatAmount(upTo.amount / 100, upTo.currency)}`]),
    ...(only === undefined ? [] : [only.map((each) => (each === null ? "any other value" : `“${each}”`)).join(" or ")]),
    ...(perTurn === undefined ? [] : [frequency({ count: perTurn, per: "turn" }) ?? ""]),
    ...(perChat === undefined ? [] : [frequency({ count: perChat, per: "chat" }) ?? ""]),
    ...(ownRecord ? ["own record"] : []),
    ...(sameTarget ? ["back to where it came from"] : []),
    ...(ownWords ? ["only when who, what and how much come from the person's own words"] : []),
  ];
  return words.length === 0 ? "always" : words.join(", ");
}
