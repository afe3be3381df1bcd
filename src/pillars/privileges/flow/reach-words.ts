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

/** What the words of a row are made of, in one language. */
export interface ReachPhrases {
  readonly anyone: string;
  readonly never: string;
  /** Of approval, where the tool may do everything alone. */
  readonly notNeeded: string;
  readonly always: string;
  readonly upTo: (amount: string) => string;
  readonly value: (value: string) => string;
  readonly otherValue: string;
  readonly often: (count: number, per: "turn" | "chat") => string;
  readonly ownRecord: string;
  readonly sameTarget: string;
  readonly ownWords: string;
  readonly asAsked: string;
  readonly decides: (roles: readonly string[]) => string;
  readonly or: string;
}

const english: ReachPhrases = {
  anyone: "anyone",
  never: "never",
  notNeeded: "not needed",
  always: "always",
  upTo: (amount) => `up to ${amount}`,
  value: (value) => `“${value}”`,
  otherValue: "any other value",
  often: (count, per) => frequency({ count, per }) ?? "",
  ownRecord: "own record",
  sameTarget: "back to where it came from",
  ownWords: "only when who, what and how much come from the person's own words",
  asAsked: "as far as the person asked for it",
  decides: (roles) => `${roles.map(person).join(" or ")} decides`,
  or: "or",
};

/** "up to 50 EUR, once per chat, own record"; alternatives are joined by "or". */
export function reachWords(row: ReachRow, words: ReachPhrases = english): ReachSentences {
  const conditions = (all: readonly Terms[]): string =>
    all.map((each) => termWords(each, words)).join(`, ${words.or} `);
  const asAsked = row.onlyAsAsked ? `, ${words.asAsked}` : "";
  return {
    who: row.isEverybody ? words.anyone : row.roles.join(", "),
    alone: row.alone.length === 0 ? words.never : conditions(row.alone) + asAsked,
    asked: row.asked.length === 0 ? unasked(row, words) : `${conditions(row.asked)}; ${words.decides(row.approvers)}`,
  };
}

/** Beyond what a tool may do alone under conditions, approval does not help either. */
function unasked({ alone }: ReachRow, words: ReachPhrases): string {
  return alone.some((terms) => Object.keys(terms).length === 0) ? words.notNeeded : words.never;
}

function termWords(terms: Terms, words: ReachPhrases): string {
  const { upTo, only, perTurn, perChat } = terms;
  const parts = [
    ...(upTo === undefined ? [] : [words.upTo(formatAmount(upTo.amount / 100, upTo.currency))]),
    ...(only === undefined
      ? []
      : [only.map((each) => (each === null ? words.otherValue : words.value(each))).join(` ${words.or} `)]),
    ...(perTurn === undefined ? [] : [words.often(perTurn, "turn")]),
    ...(perChat === undefined ? [] : [words.often(perChat, "chat")]),
    ...(terms.ownRecord ? [words.ownRecord] : []),
    ...(terms.sameTarget ? [words.sameTarget] : []),
    ...(terms.ownWords ? [words.ownWords] : []),
  ];
  return parts.length === 0 ? words.always : parts.join(", ");
}
