import type { ArgumentRole, ToolSpec } from "#engine";
import { sinkIntegrity } from "#pillars/autonomy";
import type { PolicyContext } from "../cedar-schema.ts";
import type { Rule } from "../rule.ts";
import { trustOf } from "../trust.ts";

/**
 * One abstract call: of each fact only what some rule could tell apart. Amounts are in hundredths, `used` is how often the tool was
 * used before in the turn and in the chat.
 */
export interface AbstractCall {
  readonly currency: string | undefined;
  readonly amount: number | undefined;
  /** Values of the argument whose values rules list that fare alike; `undefined` among them stands for every other one. */
  readonly choices: readonly (string | undefined)[] | undefined;
  readonly isTrusted: boolean;
  readonly ownRecord: boolean;
  readonly sameTarget: boolean;
  readonly usedInTurn: number;
  readonly usedInChat: number;
}

/** Every abstract call of one tool under these rules; a handful, or some hundred where rules ask about everything. */
export function callSpace(rules: readonly Rule[]): readonly AbstractCall[] {
  const asks = (is: (rule: Rule) => boolean): readonly boolean[] => (rules.some(is) ? [true, false] : [true]);
  const turn = countsPer(rules, "turn");
  const chat = countsPer(rules, "chat");
  const own = asks(({ requires }) => requires.ownRecord);
  const same = asks(({ requires }) => requires.sameTarget);
  const facts = own.flatMap((ownRecord) =>
    same.flatMap((sameTarget) =>
      turn.flatMap((usedInTurn) => chat.map((usedInChat) => ({ ownRecord, sameTarget, usedInTurn, usedInChat }))),
    ),
  );
  return moneyOf(rules).flatMap((money) =>
    choicesOf(rules).flatMap((choices) =>
      [true, false].flatMap((isTrusted) => facts.map((each) => ({ ...money, choices, isTrusted, ...each }))),
    ),
  );
}

/** Values that the same rules list cannot be told apart. Nothing where no rule lists any, or where rules disagree which argument. */
function choicesOf(rules: readonly Rule[]): readonly AbstractCall["choices"][] {
  const lists = rules.flatMap(({ only }) => only ?? []);
  if (new Set(lists.map(({ argument }) => argument)).size !== 1) return [undefined];
  const values = [...new Set(lists.flatMap((list) => list.values)), undefined];
  const listing = (value: string | undefined): string =>
    lists.map((list) => (value !== undefined && list.values.includes(value) ? "1" : "0")).join("");
  return [...Map.groupBy(values, listing).values()];
}

/** The last use that a count allows, and the first that it does not. */
function countsPer(rules: readonly Rule[], per: "turn" | "chat"): readonly number[] {
  const counts = rules.flatMap(({ uses }) => (uses.per === per ? [uses.count - 1, uses.count] : []));
  return [...new Set([0, ...counts])].toSorted((a, b) => a - b);
}

type Money = Pick<AbstractCall, "currency" | "amount">;

/** Each bound and one hundredth more, in each currency. No amount where no rule asks, or where rules disagree what it is. */
function moneyOf(rules: readonly Rule[]): readonly Money[] {
  const limits = rules.flatMap(({ amount }) => amount ?? []);
  if (limits.length === 0 || new Set(limits.map(({ argument }) => argument)).size > 1)
    return [{ currency: undefined, amount: undefined }];
  return [...new Set(limits.map(({ currency }) => currency))].flatMap((currency) => {
    const bounds = limits.flatMap(({ aloneUpTo, neverAbove }) => [aloneUpTo, neverAbove ?? aloneUpTo]);
    const cents = bounds.map((bound) => Math.floor(bound * 100 + 1e-6));
    const amounts = [...new Set([0, ...cents, ...cents.map((each) => each + 1)])].toSorted((a, b) => a - b);
    return amounts.map((amount) => ({ currency, amount }));
  });
}

/** The call as policies see it. Where it is not trusted, that shows in the arguments which the tool has. */
export function contextOf(call: AbstractCall, role: string, { effect, roles }: ToolSpec): PolicyContext {
  const trust = (of: ArgumentRole): number => {
    if (!Object.values(roles).includes(of)) return trustOf("author");
    return call.isTrusted ? trustOf(sinkIntegrity) : trustOf("untrusted");
  };
  return {
    approved: false,
    role,
    effect,
    ...(call.amount === undefined ? {} : { amount: call.amount }),
    ...(call.currency === undefined ? {} : { currency: call.currency }),
    // No rule can list an empty value, so it stands for every other one.
    ...(call.choices === undefined ? {} : { choice: call.choices[0] ?? "" }),
    targetTrust: trust("target"),
    idTrust: trust("id"),
    valueTrust: trust("value"),
    ownRecord: call.ownRecord,
    sameTarget: call.sameTarget,
    outsideText: !call.isTrusted,
    branchTrust: trustOf(call.isTrusted ? "author" : "untrusted"),
    usedInTurn: call.usedInTurn,
    usedInChat: call.usedInChat,
  };
}
