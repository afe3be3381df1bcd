import type { Span } from "../views/view.ts";
import type { Link } from "./link.ts";
import { scanMarkdown } from "./markdown-links.ts";
import type { MarkdownPiece } from "./markdown-links.ts";
import { scanMarkup, scanStyles } from "./markup-links.ts";

/** Addresses in running text. A scheme that is also a word needs the sign that makes an address of it. */
const schemes =
  "https?:|ftps?:|wss?:|javascript:|vbscript:|data:(?=[\\w/+.-]{0,60}[,;])|file:(?=/)|blob:(?=h)|mailto:|sms(?:to)?:|tel:(?=[+\\d*#(])|[a-z][a-z\\d+.-]{1,20}:(?=//)";
const rest = "[^\\s<>\"'`\\])]{3,8000}";
const bare = new RegExp(
  `(?<![a-z\\d/])(?:(?:${schemes})${rest}|(?<![:/\\w])//[\\w-]{1,63}\\.${rest}|(?<![/@\\w.])www\\.${rest})`,
  "giu",
);
/** An unfinished link that is longer than this is no link. */
const longestUnfinished = 9500;
/** A definition with such an address is there for an image, wherever that is. */
const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)(?:[?#]|$)/iu;

/** Every link and image of a text, however it is written. Longer forms first; a URL inside one is not reported again. */
export function findLinks(text: string): Link[] {
  if (!/[:/(]|[Ww]{3}\./u.test(text)) return [];
  const taken = new Uint8Array(text.length);
  const links: Link[] = [];
  const found = [scanMarkup(text).links, scanStyles(text).links, resolved(scanMarkdown(text).pieces), bareLinks(text)];
  for (const link of found.flat()) {
    if (link.form !== "image" && isTaken(taken, link)) continue;
    taken.fill(1, link.start, link.end);
    links.push({ ...link, url: trimUrl(link.url) });
  }
  return links;
}

/** Where an unfinished link begins, or the length of the text. */
export function openLink(text: string): number {
  const from = Math.max(0, text.length - longestUnfinished);
  const tail = text.slice(from);
  return from + Math.min(scanMarkdown(tail).open, scanMarkup(tail).open, scanStyles(tail).open);
}

/**
 * Uses and definitions of one label as links. An image needs both; the one that comes later is the image's place, so that
 * what came first need not wait for it.
 */
function resolved(pieces: readonly MarkdownPiece[]): Link[] {
  const used = new Set<string>();
  const defined = new Map<string, string>();
  const links: Link[] = [];
  for (const piece of pieces) {
    if (!("label" in piece)) links.push(piece);
    else if (piece.form === "use") {
      used.add(piece.label);
      const url = defined.get(piece.label);
      if (url !== undefined) links.push({ form: "image", url, start: piece.start, end: piece.end });
    } else {
      if (!defined.has(piece.label)) defined.set(piece.label, piece.url);
      const isImage = used.has(piece.label) || imageFile.test(piece.url);
      links.push({ form: isImage ? "image" : "definition", url: piece.url, start: piece.start, end: piece.end });
    }
  }
  return links;
}

function bareLinks(text: string): Link[] {
  return [...text.matchAll(bare)].map((match) => {
    const url = trimUrl(match[0]);
    return { form: "bare", url, start: match.index, end: match.index + url.length };
  });
}

function isTaken(taken: Uint8Array, { start, end }: Span): boolean {
  return taken.subarray(start, end).includes(1);
}

/** The full stop after a link is the sentence's. */
function trimUrl(url: string): string {
  let end = url.length;
  while (end > 0 && ".,;:!?*_~".includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}
