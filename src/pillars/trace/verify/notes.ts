import type { ClockSetBack } from "../clock-set-back.ts";
import type { KnownApprover, Note } from "./report.ts";
import { spelled } from "./spelled.ts";
import type { Decided } from "./signatures.ts";

/**
 * What breaks no rule but has to be said: decisions that nobody signed, and one name with more than one key, in this run
 * or among the people whom the verifier knows.
 */
export function notesOn(decisions: readonly Decided[], known: readonly KnownApprover[]): Note[] {
  const seen = new Map<string, { readonly vkey: string; readonly seq: number }>();
  const theirs = Map.groupBy(known, ({ name }) => spelled(name));
  return decisions.flatMap(({ event, signed }): Note[] => {
    const { seq, actor, values } = event;
    const vkey = signed?.vkey;
    if (vkey === undefined)
      return [{ step: seq, message: `At step ${seq}, the decision is not signed by the person who made it.` }];
    const name = values.name ?? actor.ref;
    // A name may be erased in one place and shown in the other; the id is always there.
    const spellings = new Set([`id ${spelled(actor.ref)}`, `name ${spelled(name)}`]);
    const before = [...spellings]
      .map((each) => seen.get(each))
      .find((each) => each !== undefined && each.vkey !== vkey);
    for (const each of spellings) if (!seen.has(each)) seen.set(each, { vkey, seq });
    const knownKeys = theirs.get(spelled(name)) ?? [];
    const foreign = knownKeys.length > 0 && !knownKeys.some((each) => each.vkey === vkey);
    return [
      ...(before === undefined
        ? []
        : [{ step: seq, message: `At step ${seq}, ${name} signed with another key than at step ${before.seq}.` }]),
      ...(foreign
        ? [{ step: seq, message: `At step ${seq}, the key under the name ${name} is not the one that you know.` }]
        : []),
    ];
  });
}

/** A clock that went back is said; the order of the steps does not hang on it. */
export function noteOnClock(found: ClockSetBack | undefined): Note[] {
  if (found === undefined) return [];
  const { step, ms, times } = found;
  const again = times === 1 ? "" : `, and at ${times - 1} later steps again`;
  const message = `At step ${step}, the clock of the device that recorded went back by ${Math.floor(ms / 1000)} s${again}. The order of the steps is that of the run's own clock.`;
  return [{ step, message }];
}
