import type { Link } from "./link.ts";
import { definitions, inlineLinks, openMarkdownLink } from "./markdown-links.ts";
import { openMarkupLink, styleLinks, tagLinks } from "./markup-links.ts";

const bare =
  /(?<![\w/])((?:https?|ftp|wss?|javascript|vbscript|data|file):[^\s<>"'`\])]{3,8000}|(?<![:/\w])\/\/[\w-]{1,63}\.[^\s<>"'`\])]{3,8000}|(?<![/@\w.])www\.[^\s<>"'`\])]{3,8000})/giu;
/** An unfinished link that is longer than this is no link. */
const longestUnfinished = 9500;

/** Every link and image of a text, however it is written. Longer forms first; a URL inside one is not reported again. */
export function findLinks(text: string): Link[] {
  if (!/[:/(]|[Ww]{3}\./u.test(text)) return [];
  const taken = new Uint8Array(text.length);
  const links: Link[] = [];
  for (const found of [inlineLinks, definitions, tagLinks, styleLinks, bareLinks]) {
    for (const link of found(text)) {
      if (link.form !== "image" && taken.subarray(link.start, link.end).includes(1)) continue;
      taken.fill(1, link.start, link.end);
      links.push({ ...link, url: trimUrl(link.url) });
    }
  }
  return links;
}

/** Where an unfinished link begins, or the length of the text. */
export function openLink(text: string): number {
  const from = Math.max(0, text.length - longestUnfinished);
  const tail = text.slice(from);
  return from + Math.min(openMarkdownLink(tail), openMarkupLink(tail));
}

function* bareLinks(text: string): Generator<Link> {
  for (const match of text.matchAll(bare)) {
    const url = trimUrl(match[0]);
    yield { form: "bare", url, start: match.index, end: match.index + url.length };
  }
}

/** The full stop after a link is the sentence's. */
function trimUrl(url: string): string {
  let end = url.length;
  while (end > 0 && ".,;:!?*_~".includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}
