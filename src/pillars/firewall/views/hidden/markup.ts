import type { Piece } from "../view.ts";

/** Characters of one hidden text, and of one tag. */
const longestText = 2000;
const longestTag = 600;
const longestComment = 1_000_000;

const invisibleStyle =
  /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)|font(?:-size)?\s{0,3}:\s{0,3}(?:0|1px|0?\.\d)|opacity\s{0,3}:\s{0,3}0(?![.\d]*[1-9])|(?<![-\w])color\s{0,3}[:=]\s{0,3}["']?(?:#fff\b|#ffffff|#fefefe|white|transparent|rgba?\(\s{0,3}255)|(?:left|top|right|bottom|text-indent)\s{0,3}:\s{0,3}-\d{3,}|clip(?:-path)?\s{0,3}:|(?:height|width)\s{0,3}:\s{0,3}[01](?:px)?\s{0,3}[;"']|\bhidden\b|\baria-hidden|\bsr-only\b|visually-hidden|type\s{0,3}=\s{0,3}["']?hidden/iu;
const invisibleElement = /^(?:script|style|template|noscript|object|title|details|head)$/iu;
const opening = /<([a-z][a-z0-9]{0,11})\b([^<>]{0,600})>/giu;
const attribute =
  /\b(?:alt|title|aria-[a-z]{3,20}|data-[a-z-]{1,30}|content|placeholder|summary|label|value|longdesc|abbr|srcdoc)\s{0,3}=\s{0,3}(?:"([^"]{8,1000})"|'([^']{8,1000})')/giu;
const styleContent = /\bcontent\s{0,3}:\s{0,3}(?:"([^"]{3,1000})"|'([^']{3,1000})')/giu;
/** Link titles, definitions that nothing refers to (the usual comment of Markdown), and what follows a code fence. */
const markdown: readonly RegExp[] = [
  /!\[([^\]\n]{8,600})\]\(/gu,
  /\]\([^\s()]{0,500}\s{1,3}["']([^"'\n]{3,600})["']\)/gu,
  /^ {0,3}\[[^\]\n]{1,80}\]:\s{0,3}(?:<[^<>\n]{0,200}>|[^\s()]{1,200})\s{1,3}(?:\(([^)\n]{3,1000})\)|["']([^"'\n]{3,1000})["'])/gmu,
  /^ {0,3}(?:`{3,10}|~{3,10})[ \t]{0,3}[\w+#.-]{0,20}[ \t]{1,5}([^`\n]{6,500})$/gmu,
];

/** Stretches that a reader of the rendered page does not see. Every gap is bounded, so the search is linear. */
export function* hiddenMarkup(text: string): Generator<Piece> {
  if (text.includes("<!--")) yield* comments(text);
  if (text.includes("<")) yield* elements(text);
  if (/[=]\s{0,3}["']/u.test(text)) yield* groupsOf(text, attribute);
  if (text.includes("content")) yield* groupsOf(text, styleContent);
  if (text.includes("](") || text.includes("]:") || text.includes("```") || text.includes("~~~"))
    for (const pattern of markdown) yield* groupsOf(text, pattern);
}

/** HTML comments; one that never ends hides the rest of the text. */
function* comments(text: string): Generator<Piece> {
  let open = text.indexOf("<!--");
  while (open !== -1) {
    const start = open + 4;
    const close = text.indexOf("-->", start);
    const end = Math.min(close === -1 ? text.length : close, start + longestComment);
    if (/\p{L}/u.test(text.slice(start, end))) yield { start, end, text: text.slice(start, end) };
    open = close === -1 ? -1 : text.indexOf("<!--", close);
  }
}

/** What stands in an element that does not show, up to the tag that ends it; elements inside it belong to it. */
function* elements(text: string): Generator<Piece> {
  const endOf = elementEnds(text);
  let readUntil = 0;
  for (const match of text.matchAll(opening)) {
    const [whole, name = "", attributes = ""] = match;
    const start = match.index + whole.length;
    if (start < readUntil || whole.length > longestTag) continue;
    if (!invisibleElement.test(name) && !invisibleStyle.test(attributes)) continue;
    readUntil = Math.min(endOf(name.toLowerCase(), start), start + longestText);
    const inner = text.slice(start, readUntil);
    if (/\p{L}{2}/u.test(inner)) yield { start, end: readUntil, text: inner };
  }
}

/** Where an element ends; one that nothing ends reaches to the next tag. Asked with rising offsets. */
function elementEnds(text: string): (name: string, from: number) => number {
  const ends = new Map<string, number[]>();
  for (const match of text.matchAll(/<\/([a-z][a-z0-9]{0,11})\b/giu)) {
    const name = (match[1] ?? "").toLowerCase();
    const places = ends.get(name);
    if (places === undefined) ends.set(name, [match.index]);
    else places.push(match.index);
  }
  for (const places of ends.values()) places.reverse();
  return (name, from) => {
    const places = ends.get(name) ?? [];
    while ((places.at(-1) ?? from) < from) places.pop();
    const next = text.indexOf("<", from);
    return places.at(-1) ?? (next === -1 ? text.length : next);
  };
}

function* groupsOf(text: string, pattern: RegExp): Generator<Piece> {
  for (const match of text.matchAll(pattern)) {
    const inner = match.slice(1).find((group) => group !== undefined) ?? "";
    const start = match.index + match[0].lastIndexOf(inner);
    if (/\p{L}{2}/u.test(inner)) yield { start, end: start + inner.length, text: inner };
  }
}
