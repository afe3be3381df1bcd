import { digitAt, passesLuhn, passesMod11And10, passesVerhoeff, weightedSum } from "./check-digits.ts";

export interface NationalId {
  readonly country: string;
  readonly title: string;
  /** Bounded, with its separators. */
  readonly pattern: RegExp;
  /** Over letters and digits only, upper case. */
  readonly check: (bare: string) => boolean;
  /** Words around it that name it, in lower case. */
  readonly context: RegExp;
  /** Whether the form is so plain (bare digits) that only a word around it makes it certain. */
  readonly isPlain: boolean;
}

const edge = "(?<![\\w-])";
const close = "(?![\\w-])";

function id(
  country: string,
  title: string,
  form: string,
  check: (bare: string) => boolean,
  context: RegExp,
  isPlain = false,
): NationalId {
  return { country, title, pattern: new RegExp(`${edge}${form}${close}`, "giu"), check, context, isPlain };
}

/** Numbers that name one person, with the rules of those who issue them. */
export const nationalIds: readonly NationalId[] = [
  id("US", "Social Security number", "\\d{3}[- ]\\d{2}[- ]\\d{4}", isSsn, /\bssn\b|social security|\bsocial\b/u),
  id("US", "Social Security number", "\\d{9}", isSsn, /\bssn\b|social security/u, true),
  id(
    "GB",
    "National Insurance number",
    "[abceghj-prstw-z][abceghj-nprstw-z] ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]",
    isNino,
    /national insurance|\bnino?\b/u,
  ),
  id("ES", "DNI or NIE", "[xyz]?-?\\d{7,8}-? ?[a-z]", isDni, /\bdni\b|\bnie\b|\bnif\b/u),
  id(
    "FR",
    "NIR",
    "[1-478] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[ab]) ?\\d{3} ?\\d{3} ?\\d{2}",
    isNir,
    /\bnir\b|sécurité sociale|securite sociale/u,
  ),
  id("DE", "tax number", "\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}", isGermanTaxId, /steuer|tax id|\bidnr\b|steuer-?id/u, true),
  id(
    "IT",
    "codice fiscale",
    "[a-z]{6}\\d{2}[a-ehlmprst]\\d{2}[a-z]\\d{3}[a-z]",
    isCodiceFiscale,
    /codice fiscale|\bcf\b/u,
  ),
  id("NL", "BSN", "\\d{9}", isBsn, /\bbsn\b|burgerservice|sofi/u, true),
  id("BR", "CPF", "\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}", isCpf, /\bcpf\b/u),
  id("BR", "CPF", "\\d{11}", isCpf, /\bcpf\b/u, true),
  id("PL", "PESEL", "\\d{11}", isPesel, /\bpesel\b/u, true),
  id("IN", "Aadhaar number", "[2-9]\\d{3}[ -]\\d{4}[ -]\\d{4}", passesVerhoeff, /aadha+r|\buid\b/u),
  id("IN", "Aadhaar number", "[2-9]\\d{11}", passesVerhoeff, /aadha+r|\buid\b/u, true),
  id(
    "IN",
    "PAN",
    "[a-z]{3}[abcfghljpt][a-z]\\d{4}[a-z]",
    (bare) => /^[A-Z]{5}\d{4}[A-Z]$/u.test(bare),
    /\bpan\b|permanent account/u,
    true,
  ),
  id("KR", "resident registration number", "\\d{6} ?- ?[1-8]\\d{6}", isRrn, /주민|resident registration|\brrn\b/u),
  id("SE", "personnummer", "(?:\\d{2})?\\d{6}[-+]\\d{4}", isPersonnummer, /personnummer/u),
  id(
    "CA",
    "Social Insurance number",
    "\\d{3}[ -]\\d{3}[ -]\\d{3}",
    (bare) => bare[0] !== "0" && bare[0] !== "8" && passesLuhn(bare),
    /\bsin\b|social insurance/u,
    true,
  ),
  id(
    "CN",
    "resident identity number",
    "[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d{4}[\\dx]",
    isChineseId,
    /身份证|identity/u,
  ),
  id("TR", "kimlik number", "[1-9]\\d{10}", isKimlik, /kimlik|\btc\b|\btckn\b/u, true),
  id("FI", "henkilötunnus", "\\d{6}[-+a]\\d{3}[0-9a-fhj-npr-y]", isHetu, /hetu|henkilö/u),
  id(
    "BE",
    "rijksregisternummer",
    "\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}",
    isBelgian,
    /rijksregister|registre national/u,
  ),
];

/** Areas 000, 666 and above, group 00 and serial 0000 are never issued; 9xx areas are taxpayer numbers, equally personal. */
function isSsn(bare: string): boolean {
  return /^(?!000|666)\d{3}(?!00)\d{2}(?!0000)\d{4}$/u.test(bare);
}

function isNino(bare: string): boolean {
  return !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/u.test(bare);
}

function isDni(bare: string): boolean {
  const number = bare.replace(/^[XYZ]/u, (letter) => String("XYZ".indexOf(letter)));
  return number.length === 9 && "TRWAGMYFPDXBNJZSQVHLCKE"[Number.parseInt(number, 10) % 23] === bare.at(-1);
}

function isNir(bare: string): boolean {
  const number = bare.replace("2A", "19").replace("2B", "18");
  return /^\d{15}$/u.test(number) && 97 - Number(BigInt(number.slice(0, 13)) % 97n) === Number(number.slice(13));
}

function isGermanTaxId(bare: string): boolean {
  return bare[0] !== "0" && passesMod11And10(bare);
}

/** Odd places use a table of the tax office, even places count alphabetically. */
function isCodiceFiscale(bare: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const code = bare.charCodeAt(at);
    const value = code < 65 ? code - 48 : code - 65;
    sum += at % 2 === 0 ? (odd[value] ?? 0) : value;
  }
  return bare.charCodeAt(15) - 65 === sum % 26;
}

/** The "eleven test" of Dutch citizen numbers. */
function isBsn(bare: string): boolean {
  return !/^0{2}/u.test(bare) && weightedSum(bare, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

function isCpf(bare: string): boolean {
  if (/^(\d)\1*$/u.test(bare)) return false;
  const first = ((weightedSum(bare, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
  const second = ((weightedSum(bare, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
  return first === digitAt(bare, 9) && second === digitAt(bare, 10);
}

function isPesel(bare: string): boolean {
  return (10 - (weightedSum(bare, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === digitAt(bare, 10);
}

/** Numbers issued since October 2020 have no check digit, so month and day decide. */
function isRrn(bare: string): boolean {
  return /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-8]\d{6}$/u.test(bare);
}

function isPersonnummer(bare: string): boolean {
  return passesLuhn(bare.slice(-10));
}

function isChineseId(bare: string): boolean {
  const sum = weightedSum(bare, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return "10X98765432"[sum % 11] === bare.at(-1);
}

function isKimlik(bare: string): boolean {
  const odd = weightedSum(bare, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(bare, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digitAt(bare, 9) && weightedSum(bare, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 === digitAt(bare, 10);
}

function isHetu(bare: string): boolean {
  const digits = bare.replace(/[^0-9]/gu, "").slice(0, 9);
  return "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(digits) % 31] === bare.at(-1);
}

/** The remainder is taken of the number, with a 2 before it for those born from 2000 on. */
function isBelgian(bare: string): boolean {
  const check = Number(bare.slice(9));
  return [bare.slice(0, 9), `2${bare.slice(0, 9)}`].some((number) => 97 - (Number(number) % 97) === check);
}
