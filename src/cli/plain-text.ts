/**
 * Text of models, tools and files, made safe to print: a terminal obeys escape sequences, and direction marks can make a
 * line read differently from what it says (CVE-2021-42574).
 */
export function plainText(text: string): string {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");
}
