/**
 * The next place of a pattern at or after an offset. Questions must come with rising offsets; the last answer is kept, so
 * that all of them together cost one pass over the text, whatever the text repeats.
 */
export type NextPlace = (from: number) => number;

/** `pattern` needs the flag g. Where nothing follows the answer is the length of the text. */
export function nextPlace(text: string, pattern: RegExp): NextPlace {
  let askedAt = 0;
  let answer = -1;
  return (from) => {
    if (answer >= from && askedAt <= from) return answer;
    pattern.lastIndex = from;
    askedAt = from;
    answer = pattern.exec(text)?.index ?? text.length;
    return answer;
  };
}
