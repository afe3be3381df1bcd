import type { PersonalDatum } from "./datum.ts";
import { isAsciiLetter, isDigit } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";
import type { PersonalDataKind } from "./kinds.ts";
import { eastAsianLabels, labels, labelsOf } from "./labels.ts";
import type { Label } from "./labels.ts";

const none: readonly Label[] = [];
/** How far before a value its label may begin. */
const reach = 60;
const longest = 34;
const mostWords = 6;
const eastAsianReach = 20;
const longestWord = 24;

/** Values that only their label makes personal: passports, licences, accounts, security codes, customer numbers. */
export function* findLabelled(
  text: string,
  { starts }: DigitRuns,
  kinds: ReadonlySet<PersonalDataKind>,
): Generator<PersonalDatum> {
  let done = 0;
  for (const digit of starts) {
    if (digit < done) continue;
    const start = startOfValue(text, digit);
    const possible = labelsBefore(text, start);
    if (possible.length === 0) continue;
    const before = spaced(text.slice(Math.max(0, start - reach), start));
    for (const { kind, words: label, value, score, title } of possible) {
      if (!kinds.has(kind) || !label.test(before)) continue;
      const end = endOfValue(text, start, value);
      if (end === undefined) continue;
      done = end;
      yield { kind, score, start, end, ...(title === undefined ? {} : { title }) };
      break;
    }
  }
}

/** Names of fields as words: "passport_number", "taxId". */
function spaced(label: string): string {
  if (!/[A-Z_]/u.test(label)) return label.toLowerCase();
  return label
    .replace(/([a-z])(?=[A-Z])/gu, "$1 ")
    .replaceAll("_", " ")
    .toLowerCase();
}

/**
 * The labels to which one of the last words before a value belongs; looked at word by word, as most numbers have none. A label
 * may stand on the line above if it ends in a colon.
 */
function labelsBefore(text: string, start: number): readonly Label[] {
  let at = start;
  for (let words = 0; words < mostWords; words++) {
    while (at > 0 && start - at < reach && !isWordPart(text.charCodeAt(at - 1))) {
      if (text.charCodeAt(at - 1) === 10 && !(words === 0 && text.charAt(at - 2) === ":")) return none;
      at -= 1;
    }
    const end = at;
    while (at > 0 && end - at < longestWord && isWordPart(text.charCodeAt(at - 1))) {
      at -= 1;
      if (isCapital(text.charCodeAt(at)) && isSmall(text.charCodeAt(at - 1))) break;
    }
    if (at === end || isDigit(text.charCodeAt(at))) return none;
    if (text.charCodeAt(end - 1) > 0x2fff)
      return eastAsianLabels.test(text.slice(Math.max(0, start - eastAsianReach), start)) ? labels : none;
    const found = labelsOf.get(text.slice(at, end).toLowerCase());
    if (found !== undefined) return found;
    if (isDigit(text.charCodeAt(end - 1))) return none;
  }
  return none;
}

/** ASCII letters and digits, and whatever else is not ASCII. */
function isWordPart(code: number): boolean {
  return isAlphanumeric(code) || code > 0xa0;
}

function isCapital(code: number): boolean {
  return code > 64 && code < 91;
}

function isSmall(code: number): boolean {
  return code > 96 && code < 123;
}

function startOfValue(text: string, digit: number): number {
  let start = digit;
  while (start > 0 && digit - start < 8 && isValuePart(text.charCodeAt(start - 1))) start -= 1;
  while (start < digit && !isAlphanumeric(text.charCodeAt(start))) start += 1;
  return start;
}

/** The longest stretch from `start` that the label's form fits: one word, or groups of digits. */
function endOfValue(text: string, start: number, value: RegExp): number | undefined {
  let end = start;
  while (end < text.length && end - start < longest && isValuePart(text.charCodeAt(end))) end += 1;
  while (end > start && !isAlphanumeric(text.charCodeAt(end - 1))) end -= 1;
  let wide = end;
  while (wide < text.length && wide - start < longest && isGroupPart(text, wide)) wide += 1;
  for (const each of [wide, end]) if (each > start && value.test(text.slice(start, each))) return each;
  return undefined;
}

function isValuePart(code: number): boolean {
  return isAlphanumeric(code) || code === 45;
}

/** Digits, and a space or hyphen with a digit after it. */
function isGroupPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || ((code === 32 || code === 45) && isDigit(text.charCodeAt(at + 1)));
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code);
}
