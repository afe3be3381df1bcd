import type { Link } from "./link.ts";
import { longestUrl } from "./markdown-links.ts";
import { nextPlace } from "./scanner.ts";

export interface MarkupScan {
  readonly links: readonly Link[];
  /** Where a tag or value begins that the text has not ended yet, or the length of the text. */
  readonly open: number;
}

/** Characters from the opening of a tag to the attribute, and from there to its end, that are taken out together. */
const longestTag = 1000;
/** Tags whose attributes lead somewhere. Attributes are looked for in whatever stands around them; these only say where to begin. */
const leading = new Set(
  "a area audio base body button embed feimage form frame iframe image img input link meta object picture script source svg table td th tr track use video".split(
    " ",
  ),
);
/** Attributes that a page fetches by itself, in any tag. */
const fetched = new Set(["src", "srcset", "poster", "background", "lowsrc", "dynsrc", "imagesrcset"]);
/** Attributes that only a tag of that name fetches. */
const fetchedBy: Readonly<Record<string, string>> = { object: "data", meta: "content", a: "ping", area: "ping" };
const part =
  /<\/?([a-z][\w:-]{0,20})|>|(?<=[\s"'/])(src|srcset|poster|background|lowsrc|dynsrc|imagesrcset|data|content|ping|xlink:href|href|action|formaction)\s{0,4}=\s{0,4}/giu;

interface Tag {
  readonly name: string;
  readonly start: number;
  isOpen: boolean;
}

/** Addresses in HTML attributes, whatever quotation marks and brackets stand between a tag's opening and them. */
export function scanMarkup(text: string): MarkupScan {
  const links: Link[] = [];
  let open = text.length;
  if (!/[<=]/u.test(text)) return { links, open };
  let tag: Tag | undefined;
  const bracket = nextPlace(text, />/gu);
  const next = new RegExp(part);
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [whole, name, attribute] = match;
    if (name !== undefined) tag = { name: name.toLowerCase(), start: match.index, isOpen: true };
    else if (attribute === undefined) tag = tag && { ...tag, isOpen: false };
    else {
      const value = readValue(text, match.index + whole.length);
      next.lastIndex = value.end;
      const isNear = tag?.isOpen === true && leading.has(tag.name) && match.index - tag.start <= longestTag;
      const start = isNear && tag !== undefined ? tag.start : match.index;
      if (value.isOpen) open = Math.min(open, start);
      const close = bracket(value.end);
      const isClosed = close < text.length && close - value.end <= longestTag;
      const end = isNear && isClosed ? close + 1 : value.end;
      if (isNear && close === text.length && close - value.end <= longestTag) open = Math.min(open, start);
      const form = formOf(attribute.toLowerCase(), tag?.name);
      if (form !== undefined)
        for (const url of urlsIn(attribute.toLowerCase(), value.text)) links.push({ form, url, start, end });
    }
  }
  if (tag?.isOpen === true && leading.has(tag.name) && text.length - tag.start <= longestUrl)
    open = Math.min(open, tag.start);
  return { links, open };
}

/** What an attribute's address is for: fetched at once, or followed by a click. */
function formOf(attribute: string, tag: string | undefined): Link["form"] | undefined {
  if (fetched.has(attribute)) return "image";
  if (tag !== undefined && fetchedBy[tag] === attribute) return "image";
  if (["data", "content", "ping"].includes(attribute)) return undefined;
  return tag === undefined || ["a", "area", "form", "button", "input"].includes(tag) ? "link" : "image";
}

function urlsIn(attribute: string, value: string): readonly string[] {
  if (attribute.endsWith("srcset")) return value.split(/[\s,]+/u).filter((each) => /[/:]/u.test(each));
  if (attribute === "ping") return value.split(/\s+/u);
  if (attribute !== "content") return [value];
  const target = /url\s{0,4}=\s{0,4}["']?([^\s"']+)/iu.exec(value)?.[1];
  return target === undefined ? [] : [target];
}

function readValue(text: string, from: number): { text: string; end: number; isOpen: boolean } {
  const quote = text.charAt(from);
  const isQuoted = quote === '"' || quote === "'";
  const start = isQuoted ? from + 1 : from;
  const limit = Math.min(text.length, start + longestUrl);
  let end = start;
  while (end < limit && !(isQuoted ? text.charAt(end) === quote : /[\s>]/u.test(text.charAt(end)))) end += 1;
  const value = text.slice(start, end).replace(/^["'`]+|["'`\\]+$/gu, "");
  return { text: value, end: isQuoted && end < limit ? end + 1 : end, isOpen: end >= text.length };
}

const style = /\b(?:url\(\s{0,4}["']?|(?<=@)import\s{1,4}["']|image-set\(\s{0,4}["'])/giu;

/** Addresses in a style sheet: `url(...)`, `@import "..."` and `image-set("..." 1x)`. */
export function scanStyles(text: string): MarkupScan {
  const links: Link[] = [];
  let open = text.length;
  const end = nextPlace(text, /[\s"')]/gu);
  const next = new RegExp(style);
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const start = match.index + match[0].length;
    const stop = Math.min(end(start), start + longestUrl);
    next.lastIndex = stop;
    if (stop >= text.length) open = Math.min(open, match.index);
    if (stop - start < 4) continue;
    const tail = /^["']?\s{0,4}\)?/u.exec(text.slice(stop, stop + 6))?.[0] ?? "";
    if (stop + tail.length >= text.length) open = Math.min(open, match.index);
    links.push({ form: "image", url: text.slice(start, stop), start: match.index, end: stop + tail.length });
  }
  return { links, open };
}
