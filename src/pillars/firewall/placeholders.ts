import type { Placeholder, TextOrigin } from "./types.ts";

/**
 * Mathematical white square brackets: nobody types them by accident, models copy them faithfully, and a document that
 * carries a token of its own is defused before it reaches the model (`forgedPlaceholders`).
 */
const tokenPattern = /⟦[a-z -]{2,30} \d{1,6}⟧/gu;

/**
 * Finds or adds the token for a value. A value that both a tool and the user gave has two tokens, so that what is the tool's
 * never comes back as the user's.
 */
export function bookPlaceholder(
  book: readonly Placeholder[],
  kind: string,
  value: string,
  from: TextOrigin,
): { token: string; book: readonly Placeholder[] } {
  const known = book.find((entry) => entry.kind === kind && entry.value === value && entry.from === from);
  if (known !== undefined) return { token: known.token, book };
  const ordinal = book.filter((entry) => entry.kind === kind).length + 1;
  const token = `⟦${kind} ${ordinal}⟧`;
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
