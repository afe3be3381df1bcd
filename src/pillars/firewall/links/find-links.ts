import type { Span } from "../views/view.ts";

export interface Link extends Span {
  /** `image` is fetched without a click; `definition` may serve an image. */
  readonly form: "image" | "definition" | "link" | "bare";
  readonly url: string;
}

const label = "(?:\\\\.|[^\\]\\\\]){0,600}";
const target = "\\s{0,4}<?([^\\s)>]{1,8000})>?[^)]{0,300}";
const forms: readonly { readonly form: Link["form"]; readonly pattern: RegExp }[] = [
  { form: "image", pattern: new RegExp(`!\\[${label}\\]\\(${target}\\)`, "gu") },
  { form: "link", pattern: new RegExp(`\\]\\(${target}\\)`, "gu") },
  { form: "definition", pattern: /^ {0,3}\[[^\]\n]{1,200}\]:\s{0,4}<?([^\s>]{1,8000})>?/gmu },
  {
    form: "image",
    pattern:
      /<(?:img|image|iframe|embed|object|video|audio|source|link|script|input|body|table|svg|form|meta)\b[^<>]{0,1000}?\b(?:src|srcset|href|data|background|poster|action|content)\s{0,3}=\s{0,3}["']?(?:\d;\s?url=)?([^\s"'<>]{1,8000})[^<>]{0,1000}>/giu,
  },
  { form: "image", pattern: /\burl\(\s{0,3}["']?([^\s"')]{4,8000})["']?\s{0,3}\)/giu },
  { form: "link", pattern: /<a\b[^<>]{0,1000}?\bhref\s{0,3}=\s{0,3}["']?([^\s"'<>]{1,8000})[^<>]{0,1000}>/giu },
  {
    form: "bare",
    pattern:
      /(?<![\w/])((?:https?|ftp|wss?|javascript|vbscript|data|file):[^\s<>"'`\])]{3,8000}|(?<![:/\w])\/\/[\w-]{1,63}\.[^\s<>"'`\])]{3,8000}|(?<![/@\w.])www\.[^\s<>"'`\])]{3,8000})/giu,
  },
];
/** An opening that the text has not closed yet. */
const unfinished = new RegExp(
  `(?:!?\\[${label}(?:\\](?:\\([^)]{0,8000})?|\\]:\\s{0,4})?|<[a-z!/][^<>]{0,9000}|url\\([^)]{0,8000})$`,
  "iu",
);
const longestUnfinished = 9500;

/** Every link and image of a text, however it is written. Longer forms first; a URL inside one is not reported again. */
export function findLinks(text: string): Link[] {
  if (!/[:/(]|[Ww]{3}\./u.test(text)) return [];
  const links: Link[] = [];
  const taken: Span[] = [];
  for (const { form, pattern } of forms) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (form !== "image" && taken.some((span) => span.start < end && start < span.end)) continue;
      taken.push({ start, end });
      links.push({
        form,
        url: trimUrl(match[1] ?? ""),
        start,
        end: form === "bare" ? start + trimUrl(match[0]).length : end,
      });
    }
  }
  return links;
}

/** Where an unfinished link begins, or the length of the text. */
export function openLink(text: string): number {
  const from = Math.max(0, text.length - longestUnfinished);
  const match = unfinished.exec(text.slice(from));
  return match === null ? text.length : from + match.index;
}

/** The full stop after a link is the sentence's. */
function trimUrl(url: string): string {
  return url.replace(/[.,;:!?*_~]+$/u, "");
}
