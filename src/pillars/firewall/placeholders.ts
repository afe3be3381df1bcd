import type { Placeholder } from "./types.ts";

/**
 * Mathematical white square brackets: nobody types them by accident, models copy them faithfully, and a document that
 * carries a token of its own is defused before it reaches the model (`forgedPlaceholders`).
 */
const tokenPattern = /⟦[a-z -]{2,30} \d{1,6}⟧/gu;

/** Finds or adds the token for a value. Returns the same book when the value is known. */
export function bookPlaceholder(
  book: readonly Placeholder[],
  kind: string,
  value: string,
): { token: string; book: readonly Placeholder[] } {
  const known = book.find((entry) => entry.kind === kind && entry.value === value);
  if (known !== undefined) return { token: known.token, book };
  const ordinal = book.filter((entry) => entry.kind === kind).length + 1;
  const token = `⟦${kind} ${ordinal}⟧`;
  return { token, book: [...book, { token, value, kind }] };
}

/**
 * Puts the values back where their tokens stand, in one pass, so that a value that looks like a token stays as it is.
 * Only for the eyes of the person who gave the values; a token that the book does not hold stays.
 */
export function restore(text: string, placeholders: readonly Placeholder[]): string {
  if (placeholders.length === 0) return text;
  const values = new Map(placeholders.map((entry) => [entry.token, entry.value]));
  return text.replace(tokenPattern, (token) => values.get(token) ?? token);
}

/** Where a text from outside imitates a token, which would later be restored to somebody's value. */
export function forgedPlaceholders(text: string): { start: number; end: number }[] {
  return [...text.matchAll(tokenPattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
