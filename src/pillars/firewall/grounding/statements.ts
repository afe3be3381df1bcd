import type { Span } from "../views/view.ts";

/** A full stop, question or exclamation mark with something after it, the full stops of Han and Kana, and line ends. */
const ending = /(?<![.!?])[.!?]+["'”’)\]*_]{0,4}(?=[\s\u3000-\u9fff\uac00-\ud7af])|[。।؟]+[”’」』)]{0,3}|\n+/gu;
/** What ends with a full stop and yet no sentence: abbreviations, and the numbers of lists and days. */
const noEnding =
  /(?:^|[\s(])(?:\d{1,3}|mr|mrs|ms|dr|prof|st|no|nr|vs|etc|inc|ltd|approx|ca|bzw|inkl|zzgl|tel|str|art|abs|max|min|e\.g|i\.e|z\.b|d\.h|u\.a|p\.ex|ej|sig|sr|sra|[a-z])\.$/iu;
/** Longer stretches are cut, so that one endless line is not one statement. */
const longest = 1200;

export interface Statements {
  readonly spans: readonly Span[];
  /** Where the last one begins, if the text has not ended it; what follows changes nothing before. */
  readonly open: number;
}

export function statementsOf(text: string): Statements {
  const spans: Span[] = [];
  let start = 0;
  const cut = (to: number): void => {
    for (; start < to; start = Math.min(to, start + longest)) spans.push({ start, end: Math.min(to, start + longest) });
  };
  for (const { 0: mark, index } of text.matchAll(ending)) {
    const end = index + mark.length;
    if (mark.startsWith(".") && noEnding.test(text.slice(Math.max(start, index - 8), index + 1))) continue;
    cut(end);
  }
  const open = start + Math.floor((text.length - start) / longest) * longest;
  cut(text.length);
  return { spans: spans.map((span) => trimmed(text, span)).filter(({ start: from, end }) => end > from), open };
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
