import { isEdge, isWord, type Reading } from "./reading.ts";

/** A sentence's place among the tokens. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

export function sentencesOf({ tokens }: Reading): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "stop") continue;
    if (at > from) found.push({ from, to: at });
    from = at + 1;
  }
  return tokens.length > from ? [...found, { from, to: tokens.length }] : found;
}

/**
 * What kind of sentence it is. `fact` asks what is the case, `how` for the way to do something, `may` whether one may: none of
 * them is an order by itself.
 */
export type Mood = "order" | "ask" | "fact" | "how" | "may";

export function moodOf(reading: Reading, { from, to }: Sentence): Mood {
  let first = from;
  while (first < to && (isEdge(reading.tokens[first]) || isWord(reading, first, "polite", "please"))) first += 1;
  for (let at = first; at < first + 6; at += 1) if (isWord(reading, at, "possible")) return "order";
  if (isWord(reading, first, "how")) return "how";
  if (isWord(reading, first, "ask")) return "ask";
  if (isWord(reading, first, "modal")) return modalMood(reading, first + 1);
  return isWord(reading, first, "fact") && !isWord(reading, first + 1, "negation") ? "fact" : "order";
}

function modalMood(reading: Reading, subject: number): Mood {
  if (isWord(reading, subject, "self")) return "may";
  return isWord(reading, subject, "subject", "article") && !isWord(reading, subject, "you") ? "fact" : "order";
}
