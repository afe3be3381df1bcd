import { stem } from "./stem.ts";

const stopWords = new Set(
  (
    "a about am an and any are aren't as at be because been being but by can can't could did didn't do does doesn't doing don't for from " +
    "get got had has have having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just let me my " +
    "mine myself no nor not of off on once or our ours out over own please she should so some such than that that's the their theirs them " +
    "then there these they this those to too up us very was wasn't we we're were what what's when where which while who whom why will with " +
    "would you your yours yourself am hi hello hey there's want like need know tell give long much many often something anything someone anyone still yet just really"
  ).split(" "),
);

/** No language that stems like English has longer ones; hostile text has. */
const longestWord = 40;

/** Lower-case words and numbers in order of appearance; full-width and composed forms are unified (NFKC). */
export function words(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []
  );
}

/** The words that carry meaning, stemmed. "Where are my orders?" gives ["order"]. */
export function terms(text: string): string[] {
  return words(text)
    .filter((word) => !stopWords.has(word))
    .map((word) => stem(word.slice(0, longestWord)));
}

/** Sentences with their offsets. Abbreviations and decimals are left whole, which a split at full stops would not do. */
export function sentences(text: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  const segments = new Intl.Segmenter("en", { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ segment, index }) => {
    const start = index + (segment.length - segment.trimStart().length);
    const trimmed = segment.trim();
    return { text: trimmed, start, end: start + trimmed.length };
  }).filter((sentence) => sentence.text !== "");
}
