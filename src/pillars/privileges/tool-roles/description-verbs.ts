import type { ToolEffect } from "#engine";
import { nameWords } from "./name-words.ts";
import { plainEffect } from "./verbs.ts";

/** What is read of a description; a tool that says what it does says so early. */
const longestDescription = 2000;

/** After one of these the next word is what the tool does besides: "and", "will also", "to". */
const before = new Set([
  "and",
  "then",
  "also",
  "will",
  "can",
  "automatically",
  "immediately",
  "und",
  "et",
  "y",
  "auch",
]);

/** Modifies a verb and is passed over: "will also automatically send". */
const passed = new Set(["also", "then", "automatically", "immediately", "it", "be"]);

/** The effects a description speaks of, in the verbs that begin a sentence or follow "and", "also", "will". */
export function effectsOfDescription(description: string): readonly ToolEffect[] {
  const sentences = description.slice(0, longestDescription).split(/[.!?;:\n]+/u);
  return sentences.flatMap((sentence) => {
    const words = sentence.split(/\s+/u).flatMap((word) => nameWords(word).slice(0, 1));
    return words.flatMap((word, at) => {
      const isLead = words.slice(0, at).every((each) => passed.has(each)) || before.has(words[at - 1] ?? "");
      const effect = isLead && !passed.has(word) ? plainEffect(word) : undefined;
      return effect === undefined ? [] : [effect];
    });
  });
}
