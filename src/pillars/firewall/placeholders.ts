import type { Placeholder, TextOrigin } from "./types.ts";

/**
 * Mathematical white square brackets: nobody types them by accident, models copy them faithfully, and a document that
 * carries a token of its own is defused before it reaches the model (`forgedPlaceholders`). The letters at the end are the
 * chat's, so that a token remembered from another chat, or made up, stands for nothing.
 */
const tokenPattern = /⟦[^⟦⟧\n]{2,80} \d{1,6}(?:-[a-z0-9]{1,8})?⟧/gu;
const longestToken = 100;

/**
 * Finds or adds the token for a value. A value that both a tool and the user gave has two tokens, so that what is the tool's
 * never comes back as the user's. A reply that repeats the user's value repeats the user's token.
 */
export function bookPlaceholder(
  book: readonly Placeholder[],
  kind: string,
  value: string,
  from: TextOrigin,
  mark = "",
): { token: string; book: readonly Placeholder[] } {
  const isKnown = (entry: Placeholder, origin: TextOrigin): boolean =>
    entry.kind === kind && entry.value === value && entry.from === origin;
  const known =
    book.find((entry) => isKnown(entry, from)) ??
    (from === "model" ? book.find((entry) => isKnown(entry, "user")) : undefined);
  if (known !== undefined) return { token: known.token, book };
  const ordinal = book.filter((entry) => entry.kind === kind).length + 1;
  const token = `⟦${kind} ${ordinal}${mark === "" ? "" : `-${mark}`}⟧`;
  return { token, book: [...book, { token, value, kind, from }] };
}

/**
 * Puts the user's own values back where their tokens stand, in one pass, so that a value that looks like a token stays as it
 * is. A value from a document or tool is not the reader's to see and reads "[bank account removed]". A token that the book does
 * not hold stays.
 */
export function restore(text: string, placeholders: readonly Placeholder[]): string {
  if (placeholders.length === 0) return text;
  const shown = new Map(
    placeholders.map((entry) => [entry.token, entry.from === "user" ? entry.value : removed(entry.kind)]),
  );
  return text.replace(tokenPattern, (token) => shown.get(token) ?? token);
}

/** What stands in a reply where a value of this kind was. */
export function removed(kind: string): string {
  return `[${kind} removed]`;
}

/** Where a text from outside imitates a token, which would later be restored to somebody's value. */
export function forgedPlaceholders(text: string): { start: number; end: number }[] {
  return [...text.matchAll(tokenPattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Where a token begins that the end of the text may have cut; the length of the text if there is none. */
export function openPlaceholder(text: string): number {
  const open = text.lastIndexOf("⟦");
  return open === -1 || text.length - open > longestToken || text.includes("⟧", open) ? text.length : open;
}

/** Tokens inside a link: whoever follows it would carry the value to a stranger. */
export function placeholdersInLinks(text: string): { kind: string; start: number; end: number }[] {
  const found: { kind: string; start: number; end: number }[] = [];
  let end = 0;
  let isInLink = false;
  for (const { 0: token, index: start } of text.matchAll(tokenPattern)) {
    const between = text.slice(end, start);
    const word = between.slice(between.search(/[^\s<>"'`]*$/u));
    isInLink = (isInLink && word === between) || /\/\/|www\.|\]\(/iu.test(word) || /\]\(<[^>\n]*$/u.test(between);
    end = start + token.length;
    if (isInLink) found.push({ kind: token.slice(1).replace(/ \d+[^ ]*$/u, ""), start, end });
  }
  return found;
}
