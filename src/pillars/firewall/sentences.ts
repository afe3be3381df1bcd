import type { Span } from "./views/view.ts";

/**
 * Ends of sentences: a full stop, question or exclamation mark before white space (whatever the case of what follows, or
 * small letters would hide an order), the full stops of Chinese, Japanese and Hindi, line ends (also escaped ones in JSON), and the edges of quoted values in JSON.
 */
const boundary =
  /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s|$)|[。！？।]+["'”’」』]*|[\r\n]+|(?:\\r)?(?:\\n)+|(?<=(?:^|[^\\])(?:\\\\){0,8})"\s{0,40}[,:}\]][\s,}\]]{0,40}|[,:[{]\s{0,40}(?=")/gu;
const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|etc|inc|ltd|e\.g|i\.e|approx|dept|fig|al|z\.b|bzw|ca|[a-z])\.$/iu;
const structureBefore = /^(?:[\s",:}\]]|[{[](?=\s{0,40}["{[]))+/u;
/** Longer stretches are cut, so that one endless line is not one sentence. */
const longest = 1200;

/** The sentences of a text, without the white space between them. Numbers and bare words of JSON are left out. */
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
    const stretch = text.slice(at, Math.min(to, at + longest));
    const start = at + (structureBefore.exec(stretch)?.[0].length ?? 0);
    const end = at + structureEnd(stretch);
    if (end > start && isSpeech(text.slice(start, end))) spans.push({ start, end });
  }
}

/**
 * Where the white space and the punctuation of JSON after a sentence begin: they stay when the sentence goes, so that a tool
 * result remains readable by a machine. An escaped quotation mark belongs to the sentence.
 */
function structureEnd(stretch: string): number {
  let end = stretch.length;
  for (; end > 0; end--) {
    const last = stretch.charAt(end - 1);
    if (/[\s,:{[]/u.test(last)) continue;
    if (last === '"' && !isEscaped(stretch, end - 1)) continue;
    if (/[}\]]/u.test(last) && /["\s}\]\d]/u.test(stretch.charAt(end - 2))) continue;
    break;
  }
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && text.charAt(before - 1) === "\\") before -= 1;
  return (at - before) % 2 === 1;
}

/** A number or a bare word of JSON between two strings says nothing and stays. */
function isSpeech(text: string): boolean {
  return /\p{L}/u.test(text) && !/^(?:true|false|null|-?\d[\d.eE+-]*)$/u.test(text);
}
