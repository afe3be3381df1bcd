import { around } from "./datum.ts";
import type { PersonalDatum } from "./datum.ts";
import { isWordCode } from "./digit-runs.ts";
import type { DigitRuns } from "./digit-runs.ts";

/** A run of digit groups as people write phone numbers, with an extension. */
const run =
  /(?:\(?\+|\()?\d(?:[\d() \u00a0]|[./\u2011\u2013-](?=[\d( ])){4,24}\d(?:\s?(?:x|ext\.?|extension|#|durchwahl|내선)\s?\d{1,6})?(?![\w]|[.,/-]\d)/iuy;
const extension = /\s?(?:x|ext\.?|extension|#|durchwahl|내선)\s?\d{1,6}$/iu;
const named =
  /\b(?:phone|tel|telephone|telefon\w*|téléphone|teléfono|telefone|telefono|mobile|mobil|móvil|cell(?:phone)?|cellulare|celular|handy|fax|desk|office|call(?:ed|ing|s)?|dial|whatsapp|sms|text(?:ed)?|ring|reach|contact|messages?|messaging|answer(?:s|ing)?|hotline|landline|rufnummer|nummer|numéro|número|numero|registered|komórk\w*|telefoon\w*|gsm)\b|전화|연락처|휴대폰|핸드폰|팩스|电话|手机|传真|電話|携帯|ファックス|телефон|тел\.|τηλ|☎|📞|📱/u;
const notPhone =
  /(?:\b(?:order|invoice|ticket|case|reference|ref|account|card|tracking|serial|model|sku|item|part|isbn|zip|postcode|po box|version|id|iban|swift|routing)\b|계좌|사업자)[^.]{0,14}$/u;
const dateLike =
  /^(?:(?:19|20)\d{2}[-/. ][01]?\d[-/. ][0-3]?\d|[0-3]?\d[-/. ][0-3]?\d[-/. ](?:\d{2}|(?:19|20)\d{2}))(?:[ T]\d{1,2})?$/u;
/** Years or counts from and to: "2022-2023", "500–700". */
const range = /^\(?(?:(?:1[5-9]|20)\d{2}\s?[-–]\s?(?:1[5-9]|20)\d{2}|\d{1,3}\s?[-–]\s?\d{3})\)?$/u;
/** Free for the caller, so an organisation's more often than somebody's own: a relaxed check leaves it. */
const tollFree =
  /^(?:\+?1?(?:800|888|877|866|855|844|833)\d{7}|\+?800\d{8}|0800\d{5,8}|(?:080|15(?:44|66|77|88|99)|16(?:00|44|61|66|70|88))\d{4,7})$/u;

/** Phone numbers: international ones and common national forms by themselves, other digit runs by the words around them. */
export function* findPhones(text: string, { starts }: DigitRuns): Generator<PersonalDatum> {
  let done = 0;
  for (const digit of starts) {
    if (digit < done) continue;
    const start = startOf(text, digit);
    if (start > 0 && isPartOfWord(text.charCodeAt(start - 1))) continue;
    run.lastIndex = start;
    const found = run.exec(text)?.[0];
    if (found === undefined) continue;
    const end = start + found.length;
    done = end;
    const score = phoneScore(found, text, start, end);
    if (score > 0) yield { kind: "phone", score, start, end };
  }
}

/** Over "+", "(" or "(+" before the first digit. */
function startOf(text: string, digit: number): number {
  let start = digit;
  if (text.charCodeAt(start - 1) === 43) start -= 1;
  if (text.charCodeAt(start - 1) === 40) start -= 1;
  return start;
}

function isPartOfWord(code: number): boolean {
  return isWordCode(code) || (code > 43 && code < 48);
}

function phoneScore(found: string, text: string, start: number, end: number): number {
  const number = found.replace(extension, "");
  const digits = number.replace(/\D/gu, "");
  if (
    digits.length < 6 ||
    digits.length > 15 ||
    dateLike.test(number) ||
    range.test(number) ||
    /^(\d)\1+$/u.test(digits)
  )
    return 0;
  if (tollFree.test(digits)) return 0.55;
  if (/^\(?\+/u.test(number) && digits.length >= 8) return 0.95;
  if (notPhone.test(around(text, start, start, 40).split("\u0000", 1).join("").trimEnd())) return 0.2;
  const isNational = isNationalForm(number, digits);
  if (named.test(around(text, start, end, 80)))
    return isNational || /[ ()./-]/u.test(number) || digits.length >= 9 ? 0.85 : 0.65;
  return isNational ? 0.7 : 0.3;
}

/** Forms that hardly anything but a phone number has. */
function isNationalForm(number: string, digits: string): boolean {
  if (/^(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]?\d{3}[ .-]\d{4}$/u.test(number)) return true;
  if (/^001[ .-]?\d{3}[ .-]\d{3}[ .-]\d{4}$/u.test(number)) return true;
  if (/^\(0?\d{1,4}\)[ ]?\d[\d .-]{4,10}$/u.test(number)) return true;
  if (/^8 ?\(\d{3}\) ?\d{3}[ -]\d{2}[ -]\d{2}$/u.test(number)) return true;
  const isLong = digits.length >= 9 && digits.length <= 12;
  if (/^0\d{1,4}[ /-]\d{2,4}(?:[ -]\d{2,4}){1,3}$/u.test(number)) return isLong;
  if (/^0[1-9]\d{0,4}[ /-]\d{5,8}$/u.test(number) || /^00[1-9]\d{0,2}[ .-]\d[\d .-]{6,14}$/u.test(number))
    return digits.length >= 9;
  return /^\d{2}([ .-])\d{2}\1\d{2}\1\d{2}(?:\1\d{2})?$/u.test(number);
}
