import type { Link } from "./link.ts";
import { nextPlace } from "./scanner.ts";
import type { NextPlace } from "./scanner.ts";

/** The bounds of one link, in characters. What is longer is no link to a renderer either, or not worth waiting for. */
const longestLabel = 600;
export const longestUrl = 8000;
const longestTitle = 300;

const definition = /^ {0,3}\[[^\]\n]{1,200}\]:\s{0,4}<?([^\s>]{1,8000})>?/gmu;

/** `![alt](url)` and `[text](url)`. */
export function* inlineLinks(text: string): Generator<Link> {
  const readTarget = targetReader(text);
  const labelEnd = nextPlace(text, /(?<=(?:^|[^\\])(?:\\\\){0,300})\]/gu);
  for (let at = text.indexOf("["); at !== -1; at = text.indexOf("[", at + 1)) {
    if (text.charAt(at - 1) !== "!") continue;
    const end = labelEnd(at + 1);
    if (end - at > longestLabel + 1 || !text.startsWith("](", end)) continue;
    const target = readTarget(end + 2);
    if (target === undefined) continue;
    yield { form: "image", start: at - 1, ...target };
    at = target.end - 1;
  }
  const readLinkTarget = targetReader(text);
  for (let at = text.indexOf("]("); at !== -1; at = text.indexOf("](", at + 1)) {
    const target = readLinkTarget(at + 2);
    if (target === undefined) continue;
    yield { form: "link", start: at, ...target };
    at = target.end - 1;
  }
}

/** `[name]: url` at the beginning of a line. */
export function* definitions(text: string): Generator<Link> {
  if (!text.includes("]:")) return;
  for (const match of text.matchAll(definition))
    yield {
      form: "definition",
      url: match[1] ?? "",
      start: match.index + match[0].indexOf("["),
      end: match.index + match[0].length,
    };
}

/** Reads `url "title")` from just after the opening parenthesis. */
function targetReader(text: string): (from: number) => { url: string; end: number } | undefined {
  const urlEnd: NextPlace = nextPlace(text, /[\s)>]/gu);
  const close: NextPlace = nextPlace(text, /\)/gu);
  return (from) => {
    let start = from;
    while (start < from + 4 && /\s/u.test(text.charAt(start))) start += 1;
    if (text.charAt(start) === "<") start += 1;
    const end = Math.min(urlEnd(start), start + longestUrl);
    const title = text.charAt(end) === ">" ? end + 1 : end;
    const last = close(title);
    if (end === start || last === text.length || last - title > longestTitle) return undefined;
    return { url: text.slice(start, end), end: last + 1 };
  };
}

/** Where a Markdown link that the text has not closed yet begins, or the length of the text. */
export function openMarkdownLink(text: string): number {
  const openLabel = text.indexOf("[", Math.max(lastLabelEnd(text) + 1, text.length - longestLabel - 1));
  const afterParenthesis = text.lastIndexOf(")") + 1;
  const openTarget = text.indexOf("](", Math.max(afterParenthesis, text.length - longestUrl - longestTitle));
  const justClosed = /\](?::\s{0,4})?$/u.exec(text.slice(-8));
  const labelled = Math.min(
    openTarget === -1 ? text.length : openTarget,
    justClosed === null ? text.length : text.length - justClosed[0].length,
  );
  const start = labelled === text.length ? text.length : labelStart(text, labelled);
  return Math.min(start, openLabel === -1 ? text.length : beforeMark(text, openLabel));
}

/** The farthest opening bracket that the label ending at `end` may have. */
function labelStart(text: string, end: number): number {
  const open = text.indexOf("[", Math.max(0, end - longestLabel - 1));
  return open === -1 || open > end ? end : beforeMark(text, open);
}

/** The last closing bracket that no backslash takes for a letter, or -1. */
function lastLabelEnd(text: string): number {
  let at = text.lastIndexOf("]");
  while (at !== -1 && (/\\+$/u.exec(text.slice(Math.max(0, at - longestLabel), at))?.[0].length ?? 0) % 2 === 1)
    at = at === 0 ? -1 : text.lastIndexOf("]", at - 1);
  return at;
}

function beforeMark(text: string, bracket: number): number {
  return text.charAt(bracket - 1) === "!" ? bracket - 1 : bracket;
}
