import type { AbstractCall } from "./call-space.ts";

/** Conditions that hold together; one that is absent does not matter. */
export interface Terms {
  /** In hundredths. */
  readonly upTo?: { readonly amount: number; readonly currency: string };
  /** Values of the argument that rules list; null stands for every other one. */
  readonly only?: readonly (string | null)[];
  readonly perTurn?: number;
  readonly perChat?: number;
  readonly ownRecord?: true;
  readonly sameTarget?: true;
  /** Who, what and how much come from the person's own words. */
  readonly ownWords?: true;
}

/**
 * The weakest of the calls that pass, as conditions: whatever is at least as harmless as one of them passes too, because rules
 * bound from above and require, and never do the opposite.
 */
export function weakest(passing: readonly AbstractCall[], all: readonly AbstractCall[]): readonly Terms[] {
  const edge = passing.filter((call) => !passing.some((other) => other !== call && isWeaker(other, call)));
  const terms = edge.map((call) => termsOf(call, all));
  return [...new Map(terms.map((each) => [JSON.stringify(each), each])).values()];
}

/** Whether `a` allows all that `b` does, and is not the same. */
function isWeaker(a: AbstractCall, b: AbstractCall): boolean {
  return (
    a.currency === b.currency &&
    a.choices === b.choices &&
    (a.amount ?? 0) >= (b.amount ?? 0) &&
    a.usedInTurn >= b.usedInTurn &&
    a.usedInChat >= b.usedInChat &&
    (!a.isTrusted || b.isTrusted) &&
    (!a.ownRecord || b.ownRecord) &&
    (!a.sameTarget || b.sameTarget)
  );
}

function termsOf(call: AbstractCall, all: readonly AbstractCall[]): Terms {
  const beyond = (of: (each: AbstractCall) => number): boolean => all.some((each) => of(each) > of(call));
  const { amount, currency, choices, usedInTurn, usedInChat } = call;
  return {
    ...(amount !== undefined && currency !== undefined && beyond((each) => each.amount ?? 0)
      ? { upTo: { amount, currency } }
      : {}),
    ...(choices !== undefined && all.some((each) => each.choices !== choices)
      ? { only: choices.map((each) => each ?? null) }
      : {}),
    ...(beyond((each) => each.usedInTurn) ? { perTurn: usedInTurn + 1 } : {}),
    ...(beyond((each) => each.usedInChat) ? { perChat: usedInChat + 1 } : {}),
    ...(call.ownRecord && all.some((each) => !each.ownRecord) ? { ownRecord: true } : {}),
    ...(call.sameTarget && all.some((each) => !each.sameTarget) ? { sameTarget: true } : {}),
    ...(call.isTrusted ? { ownWords: true } : {}),
  };
}
