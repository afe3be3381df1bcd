import type { Span } from "../views/view.ts";

/**
 * Ends of sentences: a full stop, question or exclamation mark before white space (whatever the case of what follows, or
 * small letters would hide an order), the full stops of Chinese, Japanese and Hindi, line ends (also escaped ones in JSON), and quoted values in JSON.
 */
const boundary =
  /[.!?…]+["'”’)\]]*(?=\s|$)|[。！？।]+["'”’」』]*|[\r\n]+|(?:\\r)?(?:\\n)+|"\s{0,4}[,}\]]\s{0,4}(?=["{}[\]])|(?<=[{,]\s{0,4}"[\w .-]{1,40}"\s{0,2}):\s{0,4}(?=")/gu;
const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|etc|inc|ltd|e\.g|i\.e|approx|dept|fig|al|z\.b|bzw|ca|[a-z])\.$/iu;
/** Longer stretches are cut, so that one endless line is not one sentence. */
const longest = 1200;

/** The sentences of a text, without the white space between them. Together they cover every other character. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (match[0] === "." && abbreviation.test(text.slice(Math.max(start, match.index - 8), end))) continue;
    cut(text, start, end, spans);
    start = end;
  }
  cut(text, start, text.length, spans);
  return spans;
}

function cut(text: string, from: number, to: number, spans: Span[]): void {
  for (let at = from; at < to; at += longest) {
    let start = at;
    let end = Math.min(to, at + longest);
    while (start < end && /\s/u.test(text.charAt(start))) start += 1;
    while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
    if (end > start) spans.push({ start, end });
  }
}
