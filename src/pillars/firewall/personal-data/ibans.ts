import { passesMod97 } from "./check-digits.ts";
import { around } from "./datum.ts";
import type { PersonalDatum } from "./datum.ts";
import { isAsciiLetter, isDigit, isWordCode } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";
import { ibanLength } from "./iban-lengths.ts";

const named = /\biban\b|\bbank account\b|\bkonto|\bcompte\b|\bcuenta\b|\bconto\b|\brekening|계좌|账[户号]|口座/u;

/** IBANs by length and check digits; one that is named as such also when a digit of it is mistyped. */
export function* findIbans(text: string, { starts, ends }: DigitRuns): Generator<PersonalDatum> {
  for (let at = 0; at < starts.length; at++) {
    const digits = starts[at] ?? 0;
    const start = digits - 2;
    if ((ends[at] ?? 0) - digits < 2 || start < 0 || !isCountry(text, start)) continue;
    const length = ibanLength(text.slice(start, digits));
    if (length === undefined) continue;
    const end = endOfBare(text, start, length);
    if (end === undefined) continue;
    const bare = text.slice(start, end).replace(/[^a-z0-9]/giu, "");
    const isCut = isWordCode(text.charCodeAt(end));
    const isGlued = isCut || isDigit(text.charCodeAt(start - 1));
    if (!isCut && passesMod97(bare)) {
      yield { kind: "iban", score: 0.99, start, end };
      continue;
    }
    const score = scoreOf(bare, isGlued, () => named.test(around(text, start, end, 40)));
    if (score > 0) yield { kind: "iban", score, start, end };
  }
}

/** Where the check digits do not decide: a word nearby, or a form that little else has, a bank's letters above all. */
function scoreOf(bare: string, isGlued: boolean, isNamed: () => boolean): number {
  if (/^[A-Z]{2}\d{2}[A-Z]{4}\d{10,}$/u.test(bare)) return isNamed() ? 0.7 : 0.5;
  if (isGlued) return 0;
  return isNamed() ? 0.7 : /^[A-Z]{2}\d{2}[A-Z]?\d{14,}$/u.test(bare) ? 0.5 : 0;
}

function isCountry(text: string, start: number): boolean {
  return (
    isAsciiLetter(text.charCodeAt(start)) &&
    isAsciiLetter(text.charCodeAt(start + 1)) &&
    !(start > 0 && isAsciiLetter(text.charCodeAt(start - 1))) &&
    text.charCodeAt(start - 1) !== 95
  );
}

/** Where `count` letters and digits end, counted from `start` over single separators. */
function endOfBare(text: string, start: number, count: number): number | undefined {
  let seen = 0;
  let wasGap = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || isAsciiLetter(code)) {
      seen += 1;
      wasGap = false;
    } else if (wasGap || !(code === 32 || code === 45 || code === 0xa0 || code === 0x202f || code === 46))
      return undefined;
    else wasGap = true;
    if (seen === count) return at + 1;
  }
  return undefined;
}
