import type { Sentence } from "./mood.ts";
import { isEdge, isWord, type Reading, verbsAt } from "./reading.ts";

const back = 40;

/** Whether the verb at a place is forbidden: "don't send", "never send, share or delete", "schick nichts", "sende sie nicht". */
export function isNegated(reading: Reading, sentence: Sentence, at: number, length: number): boolean {
  return isForbidden(reading, sentence, at) || isEmptied(reading, sentence, at + length);
}

function isForbidden(reading: Reading, { from, to }: Sentence, at: number): boolean {
  const isListed = continues(reading, at, to);
  for (let place = at - 1; place >= from && place > at - back; place -= 1) {
    if (isWord(reading, place, "negation")) return !isLifted(reading, place, at);
    const isTurned = isWord(reading, place, "turn") || (isWord(reading, place, "please") && place < at - 1);
    if (isTurned || reading.tokens[place]?.kind === "colon") return false;
    if (isEdge(reading.tokens[place]) && !isListed) return false;
  }
  return false;
}

/** "Never send, delete or share": a list of what is forbidden goes on to its "or". */
function continues(reading: Reading, at: number, to: number): boolean {
  if (isWord(reading, at - 1, "either")) return true;
  for (let place = at + 1; place < to && place < at + 12; place += 1)
    if (isWord(reading, place, "either")) return verbsAt(reading, place + 1).length > 0;
  return false;
}

/** "Don't forget to send"; "those who are not there, and send": the negation is of something else. */
function isLifted(reading: Reading, negation: number, at: number): boolean {
  for (let place = negation + 1; place < at; place += 1) if (isWord(reading, place, "forget")) return true;
  return isWord(reading, at - 1, "join") && isWord(reading, negation - 1, "fact");
}

/** "Send no mail", "sende die Mail nicht". */
function isEmptied(reading: Reading, { to }: Sentence, from: number): boolean {
  for (let place = from; place < to && place < from + back && !isEdge(reading.tokens[place]); place += 1) {
    if (isWord(reading, place, "late") && !isWord(reading, place + 1, "forget")) return true;
    if (place < from + 2 && isWord(reading, place, "none")) return true;
    if (isWord(reading, place, "join")) return false;
  }
  return false;
}
