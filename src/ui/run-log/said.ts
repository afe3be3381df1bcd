import type { EventOfKind } from "./log.ts";
import type { Reading } from "./reading.ts";

/** Why a call was refused or a limit ended a step, in the reader's language where its code is known; undefined where it was erased. */
export function saidOf(
  event: EventOfKind<"privilege.deny"> | EventOfKind<"limit.hit">,
  { words }: Pick<Reading, "words">,
): string | undefined {
  const { sentence } = event.values;
  if (sentence === undefined) return undefined;
  const said =
    event.kind === "privilege.deny"
      ? words.said.refused(event.attrs.code, sentence)
      : words.said.limit(event.attrs, sentence);
  return said ?? sentence;
}

/** What a rule, a gate or a doubt said about a call, in the reader's language where its form is known; undefined where it was erased. */
export function ruleSaidOf(sentence: string | undefined, { words }: Pick<Reading, "words">): string | undefined {
  return sentence === undefined ? undefined : (words.said.rule(sentence) ?? sentence);
}

/** Why a guard objected, in the reader's language where its category is known. */
export function reasonOf(
  { category, reason }: { readonly category: string; readonly reason: string },
  { words }: Pick<Reading, "words">,
) {
  return words.said.found(category) ?? reason;
}
