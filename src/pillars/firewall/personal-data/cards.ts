import { passesLuhn } from "./check-digits.ts";
import { around } from "./datum.ts";
import type { PersonalDatum } from "./datum.ts";
import { isWordCode } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";

/**
 * Numbers that the schemes give out, by first digits and length: Visa, Mastercard, American Express, Diners Club, Discover, JCB,
 * UnionPay, Maestro, Mir, RuPay, Troy, Verve.
 */
const issued =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|(?:222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-59]|[689]\d)\d{11,16}|6(?:011|4[4-9]\d|5\d{2})\d{12,15}|35\d{14}|35(?:2[89]|[3-8]\d)\d{13,15}|(?:1800|2131)\d{11}|62\d{14,17}|(?:50[0-9]{2}|5[6-8]\d{2}|6\d{3})\d{8,15}|220[0-4]\d{12,15}|8[12]\d{14}|9792\d{12})$/u;
const named =
  /\b(?:cards?|cc|credit|debit|visa|mastercard|amex|maestro|pan|karten?|kartennummer|kreditkarte|carte|tarjeta|cart[ãa]o|carta|kart[aęiyı]?|kaart)\b|카드|カード|卡号|信用卡|карт/u;
/** Digits of a card at least and at most. */
const fewest = 12;
const most = 19;

/** Cards by Luhn's check and the ranges of the schemes, in groups or without; doubtful ones where a word names a card. */
export function* findCards(text: string, runs: DigitRuns): Generator<PersonalDatum> {
  for (let at = 0; at < runs.starts.length;) {
    const last = endOfChain(text, runs, at);
    const whole = read(text, runs, at, last, false);
    const found = whole?.passes === true ? whole : (grouped(text, runs, at, last) ?? whole);
    if (found !== undefined) yield found.datum;
    at = (found?.last ?? last) + 1;
  }
}

/** The last of the runs from `first` on that stand one separator apart. A number of cards in a row is bounded like one. */
function endOfChain(text: string, { starts, ends }: DigitRuns, first: number): number {
  let last = first;
  while (last - first < most && last + 1 < starts.length) {
    const gap = ends[last] ?? 0;
    if ((starts[last + 1] ?? 0) !== gap + 1 || !isGap(text.charCodeAt(gap))) break;
    last += 1;
  }
  return last;
}

function isGap(code: number): boolean {
  return code === 32 || code === 45 || code === 0xa0 || code === 0x202f || code === 0x2011 || code === 0x2013;
}

interface Found {
  readonly passes: boolean;
  readonly datum: PersonalDatum;
  readonly last: number;
}

/** A card in its usual groups (4-4-4-4, 4-6-5, 4-6-4) among other numbers. */
function grouped(text: string, runs: DigitRuns, first: number, last: number): Found | undefined {
  if (last === first) return undefined;
  for (let from = first; from <= last; from++) {
    const size = (at: number): number => (runs.ends[at] ?? 0) - (runs.starts[at] ?? 0);
    if (size(from) >= fewest) {
      const found = read(text, runs, from, from, true);
      if (found !== undefined) return found;
    }
    if (size(from) !== 4) continue;
    const groups = size(from + 1) === 6 ? 3 : 4;
    const found = from + groups - 1 <= last ? read(text, runs, from, from + groups - 1, true) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function read(
  text: string,
  { starts, ends }: DigitRuns,
  first: number,
  last: number,
  isPart: boolean,
): Found | undefined {
  const start = starts[first] ?? 0;
  const end = ends[last] ?? 0;
  if (end - start < fewest || end - start > most * 2) return undefined;
  const digits = text.slice(start, end).replace(/\D/gu, "");
  if (digits.length < fewest || digits.length > most || isInsideWord(text, start, end)) return undefined;
  const isIssued = issued.test(digits);
  const passes = passesLuhn(digits);
  if (!passes && (isPart || digits.length < 15)) return undefined;
  if (!isIssued && isPart) return undefined;
  const isNamed = named.test(around(text, start, end));
  const score = scoreOf(passes, isNamed, isIssued, digits, last > first);
  return score > 0 ? { datum: { kind: "card", score, start, end }, last, passes } : undefined;
}

/** A card's own word also makes up for a digit that was mistyped, where the number is in groups. */
function scoreOf(passes: boolean, isNamed: boolean, isIssued: boolean, digits: string, isGrouped: boolean): number {
  if (!passes) return !isGrouped ? 0 : isNamed ? 0.7 : isIssued ? 0.5 : 0;
  if (isNamed) return 0.99;
  return isIssued ? 0.9 : /^[2-6]/u.test(digits) ? 0.4 : 0.2;
}

function isInsideWord(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordCode(before)) return true;
  if ((before === 46 || before === 44) && /\d/u.test(text.charAt(start - 2))) return true;
  return isWordCode(text.charCodeAt(end));
}
