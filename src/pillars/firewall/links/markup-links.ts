import type { Link } from "./link.ts";
import { longestUrl } from "./markdown-links.ts";
import { nextPlace } from "./scanner.ts";

/** Characters between the brackets of one tag. */
const longestTag = 10_000;

const opening =
  /<(?:(img|image|iframe|embed|object|video|audio|source|link|script|input|body|table|svg|form|meta)|a)\b/giu;
const fetched =
  /\b(?:src|srcset|href|data|background|poster|action|content)\s{0,3}=\s{0,3}["']?(?:\d;\s?url=)?([^\s"'<>]{1,8000})/giu;
const followed = /\bhref\s{0,3}=\s{0,3}["']?([^\s"'<>]{1,8000})/giu;

/** Addresses in HTML tags: what a page fetches by itself, and what a click follows. */
export function* tagLinks(text: string): Generator<Link> {
  if (!text.includes("<")) return;
  const bracket = nextPlace(text, /[<>]/gu);
  for (const match of text.matchAll(opening)) {
    const start = match.index;
    const close = bracket(start + match[0].length);
    if (text.charAt(close) !== ">" || close - start > longestTag) continue;
    const form = match[1] === undefined ? "link" : "image";
    const tag = text.slice(start + match[0].length, close);
    for (const attribute of tag.matchAll(form === "link" ? followed : fetched))
      yield { form, url: attribute[1] ?? "", start, end: close + 1 };
  }
}

/** `url(...)` of a style sheet. */
export function* styleLinks(text: string): Generator<Link> {
  const end = nextPlace(text, /[\s"')]/gu);
  for (const match of text.matchAll(/\burl\(\s{0,3}["']?/giu)) {
    const start = match.index + match[0].length;
    const stop = end(start);
    const tail = /^["']?\s{0,3}\)/u.exec(text.slice(stop, stop + 6));
    if (tail === null || stop - start < 4 || stop - start > longestUrl) continue;
    yield { form: "image", url: text.slice(start, stop), start: match.index, end: stop + tail[0].length };
  }
}

/** Where a tag or `url(` that the text has not closed yet begins, or the length of the text. */
export function openMarkupLink(text: string): number {
  const bracket = text.lastIndexOf("<");
  const isTag = /^<[a-z!/][^<>]*$/iu.test(text.slice(bracket === -1 ? text.length : bracket));
  const style = text.toLowerCase().indexOf("url(", Math.max(text.lastIndexOf(")") + 1, text.length - longestUrl));
  return Math.min(isTag ? bracket : text.length, style === -1 ? text.length : style);
}
