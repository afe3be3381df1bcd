import { digitAt, passesLuhn, passesMod11And10, passesVerhoeff, passesWeighted, weightedSum } from "../check-digits.ts";
import { isDay, isUniform, pairAt } from "./national-id.ts";
import type { NationalId } from "./national-id.ts";

export const westernEurope: readonly NationalId[] = [
  {
    country: "GB",
    title: "National Insurance number",
    telling: ["@@######@", "@@ ## ## ## @", "@@ ###### @"],
    check: isNino,
    context: /national insurance|\bnino?\b|\bssn\b|social security|사회\s?보장/u,
  },
  {
    country: "GB",
    title: "NHS number",
    plain: ["##########", "###~###~####"],
    check: isNhs,
    context: /\bnhs\b|\bpatient (?:id|number|no)\b/u,
  },
  {
    country: "GB",
    title: "tax reference",
    plain: ["##########", "##### #####"],
    check: isUtr,
    context: /\butr\b|taxpayer reference|tax reference/u,
  },
  {
    country: "IE",
    title: "PPS number",
    plain: ["#######@", "#######@@"],
    check: isPps,
    context: /\bppsn?\b|\bpps number/u,
  },
  {
    country: "DE",
    title: "tax number",
    plain: ["###########", "##~###~###~###"],
    check: isGermanTaxId,
    context: /steuer|tax id|\bidnr\b/u,
  },
  {
    country: "DE",
    title: "social security number",
    telling: ["########@###", "##~######~@~###"],
    check: isGermanPension,
    context: /rentenversicherung|sozialversicherung|rvnr|sv-nummer/u,
  },
  {
    country: "AT",
    title: "social security number",
    plain: ["##########", "####~######"],
    check: isAustrian,
    context: /sozialversicherung|\bsvnr\b|sv-n|versicherungsnummer/u,
  },
  {
    country: "CH",
    title: "AHV number",
    telling: ["###.####.####.##", "#############"],
    check: (bare) => bare.startsWith("756") && passesWeighted(bare, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], 10),
    context: /\bahv\b|\bavs\b|\bnavs/u,
  },
  {
    country: "FR",
    title: "NIR",
    telling: [
      "###############",
      "# ## ## ## ### ### ##",
      "# ## ## #@ ### ### ##",
      "#####@########",
      "#############~##",
    ],
    check: isNir,
    context: /\bnir\b|s[ée]curit[ée] sociale|num[ée]ro de s[ée]cu/u,
  },
  {
    country: "FR",
    title: "tax number",
    plain: ["#############", "## ## ### ### ###"],
    check: isFrenchTax,
    context: /fiscal|\bspi\b|imp[ôo]t/u,
  },
  {
    country: "BE",
    title: "rijksregisternummer",
    telling: ["##.##.##-###.##"],
    plain: ["###########"],
    check: isBelgian,
    context: /rijksregister|registre national|\binsz\b|\bniss\b/u,
  },
  {
    country: "NL",
    title: "BSN",
    plain: ["#########", "####.##.###", "###~###~###"],
    check: isBsn,
    context: /\bbsn\b|burgerservice|sofi/u,
  },
  {
    country: "LU",
    title: "matricule",
    plain: ["#############", "#### #### #####"],
    check: (bare) => passesLuhn(bare.slice(0, 12)) && passesVerhoeff(bare.slice(0, 11) + bare.slice(12)),
    context: /matricule/u,
  },
  {
    country: "ES",
    title: "DNI or NIE",
    telling: ["########@", "########~@", "@#######@", "@~#######~@", "##.###.###~@", "##.###.###@"],
    check: isDni,
    context: /\bdni\b|\bnie\b|\bnif\b/u,
  },
  {
    country: "PT",
    title: "NIF",
    plain: ["#########", "### ### ###"],
    check: isNif,
    context: /\bnif\b|contribuinte/u,
  },
  {
    country: "IT",
    title: "codice fiscale",
    telling: ["@@@@@@##@##@###@", "@@@@@@ ##@## @###@", "@@@ @@@ ##@## @###@"],
    check: isCodiceFiscale,
    context: /codice fiscale|\bcf\b|\bc\.f\./u,
  },
  {
    country: "GR",
    title: "AMKA",
    plain: ["###########"],
    check: (bare) => isDay(bare, 2, 0) && passesLuhn(bare),
    context: /αμκα|amka/u,
  },
  {
    country: "GR",
    title: "AFM",
    plain: ["#########"],
    check: (bare) =>
      !isUniform(bare) && (weightedSum(bare, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(bare, 8),
    context: /αφμ|\bafm\b/u,
  },
];

/** The prefixes that are never given out. */
/** ZZ is never issued; samples and stop-gaps use it. */
function isNino(bare: string): boolean {
  return /^(?:ZZ\d{6}[A-DT]$|(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]$)/u.test(bare);
}

function isNhs(bare: string): boolean {
  return !isUniform(bare) && passesWeighted(bare, [10, 9, 8, 7, 6, 5, 4, 3, 2], 11);
}

/** The first digit checks the nine after it. */
function isUtr(bare: string): boolean {
  const sum = weightedSum(bare.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]);
  return "21987654321"[sum % 11] === bare[0];
}

function isPps(bare: string): boolean {
  const second = bare.length === 9 ? (bare.charCodeAt(8) - 64) * 9 : 0;
  const sum = weightedSum(bare, [8, 7, 6, 5, 4, 3, 2]) + second;
  return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] === bare[7];
}

/** One digit stands two or three times among the first ten. */
function isGermanTaxId(bare: string): boolean {
  const distinct = new Set(bare.slice(0, 10)).size;
  return bare[0] !== "0" && (distinct === 9 || distinct === 8) && passesMod11And10(bare);
}

/** Area, birthday, initial, serial; the letter counts as its place in the alphabet, products as their digit sums. */
function isGermanPension(bare: string): boolean {
  const letter = bare.charCodeAt(8) - 64;
  const digits = bare.slice(0, 8) + String(letter).padStart(2, "0") + bare.slice(9);
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((total, weight, at) => {
    const product = weight * digitAt(digits, at);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return isDay(bare, 4, 2) && sum % 10 === digitAt(digits, 12);
}

/** The fourth digit checks the others; months above 12 stand for unknown birthdays. */
function isAustrian(bare: string): boolean {
  const sum = weightedSum(bare, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]);
  return bare[0] !== "0" && isDay(bare, 6, 4, (month) => month > 0 && month < 16) && sum % 11 === digitAt(bare, 3);
}

/** Corsica's departments 2A and 2B count as 19 and 18. */
function isNir(bare: string): boolean {
  const number = bare.replace(/^(\d{5})2A/u, "$119").replace(/^(\d{5})2B/u, "$118");
  if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)\d{10}$/u.test(number)) return false;
  return 97 - Number(BigInt(number.slice(0, 13)) % 97n) === Number(number.slice(13));
}

function isFrenchTax(bare: string): boolean {
  return /^[0-3]/u.test(bare) && Number(bare.slice(0, 10)) % 511 === Number(bare.slice(10));
}

/** The remainder is taken of the number, with a 2 before it for those born from 2000 on. */
function isBelgian(bare: string): boolean {
  const check = Number(bare.slice(9));
  return [bare.slice(0, 9), `2${bare.slice(0, 9)}`].some((number) => 97 - (Number(number) % 97) === check);
}

/** The "eleven test" of Dutch citizen numbers. */
function isBsn(bare: string): boolean {
  return !/^0{2}/u.test(bare) && weightedSum(bare, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

function isDni(bare: string): boolean {
  const number = bare.replace(/^[XYZ]/u, (letter) => String("XYZ".indexOf(letter)));
  if (!/^\d{8}[A-Z]$/u.test(number)) return false;
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(number.slice(0, 8)) % 23] === number[8];
}

function isNif(bare: string): boolean {
  const rest = 11 - (weightedSum(bare, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return /^(?:[1-35689]|45|7[0-9])/u.test(bare) && (rest > 9 ? 0 : rest) === digitAt(bare, 8);
}

/** Odd places use a table of the tax office, even places count alphabetically. */
function isCodiceFiscale(bare: string): boolean {
  if (!/^[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}/u.test(bare) || pairAt(bare, 9) % 40 > 31) return false;
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const code = bare.charCodeAt(at);
    const value = code < 65 ? code - 48 : code - 65;
    sum += at % 2 === 0 ? (odd[value] ?? 0) : value;
  }
  return bare.charCodeAt(15) - 65 === sum % 26;
}
