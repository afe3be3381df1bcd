import { digitAt, passesMod11And10, passesWeighted, weightedSum } from "../check-digits.ts";
import { isDay, isUniform } from "./national-id.ts";
import type { NationalId } from "./national-id.ts";

export const easternEurope: readonly NationalId[] = [
  {
    country: "PL",
    title: "PESEL",
    plain: ["###########"],
    check: isPesel,
    context: /\bpesel\b/u,
  },
  {
    country: "PL",
    title: "NIP",
    plain: ["##########", "###-###-##-##", "###-##-##-###"],
    check: (bare) => weightedSum(bare, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitAt(bare, 9),
    context: /\bnip\b/u,
  },
  {
    country: "CZ/SK",
    title: "rodné číslo",
    telling: ["######/####"],
    plain: ["##########"],
    check: isBirthNumber,
    context: /rodn[éeá] č[íi]s|\brč\b/u,
  },
  {
    country: "HU",
    title: "TAJ number",
    plain: ["#########", "###~###~###"],
    check: (bare) => !isUniform(bare) && weightedSum(bare, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digitAt(bare, 8),
    context: /\btaj\b/u,
  },
  {
    country: "HU",
    title: "tax number",
    plain: ["##########"],
    check: (bare) => bare.startsWith("8") && weightedSum(bare, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digitAt(bare, 9),
    context: /adóazonosító|\badó/u,
  },
  {
    country: "RO",
    title: "CNP",
    plain: ["#############"],
    check: isCnp,
    context: /\bcnp\b|cod(?:ul)? numeric/u,
  },
  {
    country: "BG",
    title: "EGN",
    plain: ["##########"],
    check: isEgn,
    context: /\begn\b|егн/u,
  },
  {
    country: "HR",
    title: "OIB",
    plain: ["###########"],
    check: passesMod11And10,
    context: /\boib\b/u,
  },
  {
    country: "SI/RS/BA/MK/ME",
    title: "EMŠO or JMBG",
    plain: ["#############"],
    check: isEmso,
    context: /\bem[šs]o\b|\bjmbg\b|јмбг|матичен|matični broj/u,
  },
  {
    country: "UA",
    title: "tax number",
    plain: ["##########"],
    check: (bare) => mod11Digit(weightedSum(bare, [-1, 5, 7, 9, 4, 6, 10, 5, 7])) === digitAt(bare, 9),
    context: /рнокпп|іпн|податк/u,
  },
  {
    country: "RU",
    title: "SNILS",
    telling: ["###-###-### ##", "###-###-###-##"],
    plain: ["###########"],
    check: isSnils,
    context: /снилс|snils/u,
  },
  {
    country: "RU",
    title: "INN",
    plain: ["############"],
    check: (bare) =>
      mod11Digit(weightedSum(bare, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])) === digitAt(bare, 10) &&
      mod11Digit(weightedSum(bare, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])) === digitAt(bare, 11),
    context: /инн|\binn\b/u,
  },
  {
    country: "TR",
    title: "kimlik number",
    plain: ["###########"],
    check: isKimlik,
    context: /kimlik|\bt\.?c\.?\b|\btckn\b/u,
  },
];

function mod11Digit(sum: number): number {
  return (((sum % 11) + 11) % 11) % 10;
}

/** The month counts 20, 40, 60 or 80 more for other centuries. */
function isPesel(bare: string): boolean {
  const isMonth = (month: number): boolean => month % 20 > 0 && month % 20 < 13;
  return isDay(bare, 2, 4, isMonth) && passesWeighted(bare, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3], 10);
}

/** Divisible by eleven; women's months count 50 more, and 20 more where the day's numbers ran out. */
function isBirthNumber(bare: string): boolean {
  const isMonth = (month: number): boolean => month % 50 > 0 && (month % 50) % 20 < 13 && month % 20 !== 0;
  return (
    isDay(bare, 2, 4, isMonth) &&
    (Number(bare) % 11 === 0 || (Number(bare.slice(0, 9)) % 11 === 10 && bare.endsWith("0")))
  );
}

function isCnp(bare: string): boolean {
  const rest = weightedSum(bare, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return /^[1-9]/u.test(bare) && isDay(bare, 3, 5) && (rest === 10 ? 1 : rest) === digitAt(bare, 12);
}

function isEgn(bare: string): boolean {
  const isMonth = (month: number): boolean => month % 20 > 0 && month % 20 < 13;
  return isDay(bare, 2, 4, isMonth) && mod11Digit(weightedSum(bare, [2, 4, 8, 5, 10, 9, 7, 3, 6])) === digitAt(bare, 9);
}

function isEmso(bare: string): boolean {
  const rest = 11 - (weightedSum(bare, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return isDay(bare, 2, 0) && (rest > 9 ? 0 : rest) === digitAt(bare, 12);
}

function isSnils(bare: string): boolean {
  const rest = weightedSum(bare, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return !isUniform(bare) && (rest === 100 ? 0 : rest) === Number(bare.slice(9));
}

function isKimlik(bare: string): boolean {
  const odd = weightedSum(bare, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(bare, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  const all = weightedSum(bare, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  return bare[0] !== "0" && tenth === digitAt(bare, 9) && all % 10 === digitAt(bare, 10);
}
