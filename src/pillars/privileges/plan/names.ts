import { isKnownWord } from "./lexicon.ts";
import { isWord, nounsAt, type Reading } from "./reading.ts";
import type { Token } from "./request-tokens.ts";

/** Whom or what a request names. */
export interface Named {
  readonly kind: "email" | "url" | "file" | "name";
  readonly text: string;
  /** Its place among the tokens. */
  readonly at: number;
}

export function namesIn(reading: Reading, from: number, to: number): readonly Named[] {
  const { tokens } = reading;
  const names: Named[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const { kind, text } = token;
    if (kind === "email" || kind === "url" || kind === "file") names.push({ kind, text, at });
    else if (kind === "handle") names.push({ kind: "name", text: text.slice(1), at });
    else if (kind === "quote" && isAddressed(reading, at)) names.push({ kind: "name", text, at });
    else if (isName(reading, at) && !isWord(reading, at - 1, "content")) {
      let last = at;
      while (last + 1 < to && isName(reading, last + 1)) last += 1;
      names.push({ kind: "name", text: spelled(tokens.slice(at, last + 1)), at });
      at = last;
    }
  }
  return names;
}

function spelled(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}

/** A quotation that is somebody's name: 'general' in "to 'general'" and in "the 'general' channel", never a title. */
function isAddressed(reading: Reading, at: number): boolean {
  const isShort = (reading.tokens[at]?.text ?? "").split(/\s+/u).length <= 3;
  const before = isWord(reading, at - 1, "article") ? at - 2 : at - 1;
  const beside = [...nounsAt(reading, at - 1), ...nounsAt(reading, at + 1)];
  const isPlace = beside.some(({ thing }) => thing === "channel" || thing === "person");
  return isShort && (isPlace || isWord(reading, before, "into", "at", "for"));
}

/** Written with a capital inside a sentence, and no word of the language. */
function isName(reading: Reading, at: number): boolean {
  const { tokens, lexicon } = reading;
  const token = tokens[at];
  if (lexicon.hasCapitalNouns && isWord(reading, at - 1, "article")) return false;
  return token?.kind === "word" && /^\p{Lu}/u.test(token.text) && !isKnownWord(lexicon, token.plain);
}
