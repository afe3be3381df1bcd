import type { Snippet } from "./snippet.ts";

const about = { group: "text", language: "javascript" } as const;

export const text: readonly Snippet[] = [
  {
    ...about,
    id: "tidy",
    source: `/** A text without double spaces, unseen characters and more than one empty line. */
function tidy(text) {
  return text
    .normalize("NFC")
    .replace(/[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]/g, "")
    .replace(/[\\t\\u00a0 ]+/g, " ")
    .replace(/ *\\r?\\n */g, "\\n")
    .replace(/\\n{3,}/g, "\\n\\n")
    .trim();
}`,
    use: "tidy(input.text)",
  },
  {
    ...about,
    id: "readAmount",
    source: `/** "1.234,50 EUR", "1,234.50" and "1234.5" as a number; null where there is none. */
function readAmount(text) {
  const found = /(?:^\\s*[-−] ?|[-−])?\\d[\\d.,' ]*/.exec(text);
  if (found === null) return null;
  const digits = found[0].replace("−", "-").replace(/['\\s]/g, "");
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
  const sign = digits[last];
  // One sign with three digits after it, or the same sign several times, parts thousands.
  const parts = sign === undefined ? [] : digits.split(sign);
  const isThousands = parts.length > 2 || (parts.length === 2 && /^\\d{3}$/.test(parts[1]) && !/^-?0$/.test(parts[0]));
  const whole = isThousands || last < 0 ? digits : digits.slice(0, last);
  const rest = isThousands || last < 0 ? "" : digits.slice(last + 1);
  return Number(whole.replace(/[.,]/g, "") + "." + (rest.replace(/\\D/g, "") || "0"));
}`,
    use: "readAmount(input.text)",
  },
  {
    ...about,
    id: "hideAddresses",
    source: `/** A text with e-mail addresses made unreadable: a***@example.com. */
function hideAddresses(text) {
  return text.replace(/([\\p{L}\\d_.+-])[\\p{L}\\d_.+-]*@([\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)/gu, "$1***@$2");
}`,
    use: "hideAddresses(input.text)",
  },
];
