import { passesLuhn, passesMod97 } from "./check-digits.ts";
import { around } from "./datum.ts";
import type { PersonalDatum } from "./datum.ts";
import { nationalIds } from "./national-ids.ts";

/** Total length of an IBAN by country (SWIFT IBAN registry). */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
};

const cardRun = /(?<![\d.,])(?<!\d[ -])\d(?:[ -]?\d){11,18}(?![ -]?\d)/gu;
const cardContext = /\b(?:card|cc|credit|debit|visa|mastercard|amex|maestro|karte|carte|tarjeta|cartão|carta)\b/u;
const ibanStart = /(?<![a-z0-9])[a-z]{2}\d{2}(?=[ -]?[a-z0-9]{2})/giu;
const email =
  /(?<![\w.+-])[\p{L}\p{N}_%+-](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_%+-])?(?:@|\s?[([{]\s?(?:at|@)\s?[)\]}]\s?)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?(?:\.|\s?[([{]\s?(?:dot|\.)\s?[)\]}]\s?)){1,5}\p{L}{2,24}(?![\p{L}\p{N}@])/giu;
const ipv4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d]|\.\d)/gu;
const ipv6 = /(?<![\w:.])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){0,7}(?![\w:])/giu;
const versionBefore = /(?:\bv|version|release|build|section|chapter|rev\.?|firmware)\s{0,3}[:.]?\s{0,2}$/iu;
const mac = /(?<![\w:.-])(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:-])/giu;
const wallet =
  /(?<!\w)(?:0x[0-9a-f]{40}|bc1[ac-hj-np-z02-9]{25,62}|[13][1-9a-hj-np-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33})(?!\w)/giu;
const licence =
  /\b(?:driv(?:er'?s?|ing) licen[cs]e|führerschein|permis de conduire)(?: (?:number|no\.?|#|nummer|is|:)){0,3}[ :#]{0,3}([a-z]{0,3}\d[\d-]{5,16})(?!\w)/giu;

/** Cards, accounts, national numbers, e-mail, network, device and wallet addresses. */
export function findByFormat(text: string): PersonalDatum[] {
  return [...findCards(text), ...findIbans(text), ...findNationalIds(text), ...findAddresses(text)];
}

function* findCards(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(cardRun)) {
    const digits = match[0].replace(/\D/gu, "");
    if (!passesLuhn(digits)) continue;
    const start = match.index;
    const end = start + match[0].length;
    const isUsual =
      /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|6\d{15}|35\d{14}|(?:1800|2131)\d{11})$/u.test(
        digits,
      );
    const isNamed = cardContext.test(around(text, start, end));
    yield { kind: "card", score: isNamed ? 0.99 : isUsual ? 0.9 : /^[2-6]/u.test(digits) ? 0.4 : 0.2, start, end };
  }
  // Two older forms have no Luhn guarantee of length; a card's own word decides.
  for (const match of text.matchAll(/(?<![\d-])\d{4}([ -])\d{4}\1\d{4}\1\d{3,4}(?![\d-])/gu)) {
    const end = match.index + match[0].length;
    if (cardContext.test(around(text, match.index, end))) yield { kind: "card", score: 0.7, start: match.index, end };
  }
}

function* findIbans(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(ibanStart)) {
    const length = ibanLengths[match[0].slice(0, 2).toUpperCase()];
    if (length === undefined) continue;
    const end = endOfBare(text, match.index, length);
    if (end === undefined || /[a-z0-9]/iu.test(text.charAt(end))) continue;
    const bare = text.slice(match.index, end).replace(/[ -]/gu, "");
    if (passesMod97(bare)) yield { kind: "iban", score: 0.99, start: match.index, end };
  }
}

/** Where `count` letters and digits end, counted from `start` over single spaces and hyphens. */
function endOfBare(text: string, start: number, count: number): number | undefined {
  let seen = 0;
  for (let at = start; at < text.length && at < start + count * 2; at++) {
    if (/[a-z0-9]/iu.test(text.charAt(at))) seen += 1;
    else if (!/[ -]/u.test(text.charAt(at)) || /[ -]/u.test(text.charAt(at - 1))) return undefined;
    if (seen === count) return at + 1;
  }
  return undefined;
}

function* findNationalIds(text: string): Generator<PersonalDatum> {
  for (const { pattern, check, context, isPlain, country, title } of nationalIds) {
    for (const match of text.matchAll(pattern)) {
      const bare = match[0].replace(/[^a-z0-9]/giu, "").toUpperCase();
      if (!check(bare)) continue;
      const end = match.index + match[0].length;
      const isNamed = context.test(around(text, match.index, end));
      if (isPlain && !isNamed) continue;
      yield {
        kind: "national-id",
        score: isNamed ? 0.98 : 0.75,
        start: match.index,
        end,
        title: `${title} (${country})`,
      };
    }
  }
  for (const match of text.matchAll(licence)) {
    const value = match[1] ?? "";
    const end = match.index + match[0].length;
    yield { kind: "driving-licence", score: 0.85, start: end - value.length, end };
  }
}

function* findAddresses(text: string): Generator<PersonalDatum> {
  const span = (match: RegExpExecArray): { start: number; end: number } => ({
    start: match.index,
    end: match.index + match[0].length,
  });
  if (/[@)\]}]/u.test(text))
    for (const match of text.matchAll(email)) yield { kind: "email", score: 0.95, ...span(match) };
  for (const match of text.matchAll(ipv4)) {
    const isVersion = versionBefore.test(text.slice(Math.max(0, match.index - 16), match.index));
    yield { kind: "ip", score: isVersion || /^(?:0|127)\./u.test(match[0]) ? 0.3 : 0.85, ...span(match) };
  }
  for (const match of text.matchAll(ipv6)) {
    const groups = match[0].split(":").filter(Boolean).length;
    if (groups === 8 || (match[0].includes("::") && groups >= 3)) yield { kind: "ip", score: 0.9, ...span(match) };
  }
  for (const match of text.matchAll(mac)) yield { kind: "mac", score: 0.9, ...span(match) };
  for (const match of text.matchAll(wallet)) {
    const isMixed = /[a-z]/u.test(match[0]) && /\d/u.test(match[0]);
    if (isMixed) yield { kind: "crypto-address", score: /^(?:0x|bc1)/iu.test(match[0]) ? 0.95 : 0.7, ...span(match) };
  }
}
