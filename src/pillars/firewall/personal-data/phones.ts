import { around } from "./datum.ts";
import type { PersonalDatum } from "./datum.ts";

/** A run of digit groups as people write phone numbers, with an extension. */
const run =
  /(?<![\w.,/-])(?:\+|\(\+?)?\d(?:[\d() ]|[ ./-](?=[\d(])){4,24}\d(?:\s?(?:x|ext\.?|extension|#)\s?\d{1,6})?(?![\w]|[.,/-]\d)/giu;
const named =
  /\b(?:phone|tel|telephone|telefon\w*|téléphone|teléfono|telefone|telefono|mobile|mobil|móvil|cell(?:phone)?|cellulare|celular|handy|fax|desk|office|call(?:ed|ing|s)?|dial|whatsapp|sms|text(?:ed)?|ring|reach|contact|messages?|messag(?:e|ing)|answer(?:s|ing)?|hotline|landline|rufnummer|nummer|numéro|número|numero|registered|komórk\w*|전화|연락처|휴대폰|电话|手机|電話|телефон\w*)\b|전화|연락처|휴대폰|电话|手机|電話|☎|📞/u;
const notPhone =
  /\b(?:order|invoice|ticket|case|reference|ref|account|card|tracking|serial|model|sku|item|part|isbn|zip|postcode|po box|version|id)\b[^.]{0,14}$/u;
const dateLike =
  /^(?:(?:19|20)\d{2}[-/. ][01]?\d[-/. ][0-3]?\d|[0-3]?\d[-/. ][0-3]?\d[-/. ](?:\d{2}|(?:19|20)\d{2}))(?:[ T]\d{1,2})?$/u;

/** Phone numbers: international ones and common national forms by themselves, other digit runs by the words around them. */
export function* findPhones(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(run)) {
    const found = match[0];
    const start = match.index;
    const end = start + found.length;
    const score = phoneScore(found, text, start, end);
    if (score > 0) yield { kind: "phone", score, start, end };
  }
}

function phoneScore(found: string, text: string, start: number, end: number): number {
  const number = found.replace(/\s?(?:x|ext\.?|extension|#)\s?\d{1,6}$/iu, "");
  const digits = number.replace(/\D/gu, "");
  if (digits.length < 6 || digits.length > 15 || dateLike.test(number) || /^(\d)\1+$/u.test(digits)) return 0;
  const isInternational = /^\(?\+/u.test(number) && digits.length >= 8;
  if (isInternational) return 0.95;
  const before = around(text, start, start, 40);
  if (notPhone.test(before.slice(0, before.indexOf("\u0000")).trimEnd())) return 0.2;
  const isNamed = named.test(around(text, start, end, 80));
  const isNational = isNationalForm(number, digits);
  if (isNamed) return isNational || /[ ()./-]/u.test(number) || digits.length >= 9 ? 0.85 : 0.65;
  return isNational ? 0.7 : 0.3;
}

/** Forms that hardly anything but a phone number has. */
function isNationalForm(number: string, digits: string): boolean {
  if (/^(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]?\d{3}[ .-]\d{4}$/u.test(number)) return true;
  if (/^001[ .-]?\d{3}[ .-]\d{3}[ .-]\d{4}$/u.test(number)) return true;
  if (/^\(0?\d{1,4}\)[ ]?\d[\d .-]{4,10}$/u.test(number)) return true;
  if (/^0\d{1,4}[ /-]\d{2,4}(?:[ -]\d{2,4}){1,3}$/u.test(number)) return digits.length >= 9 && digits.length <= 12;
  return /^\d{2}([ -])\d{2}\1\d{2}\1\d{2}(?:\1\d{2})?$/u.test(number);
}
