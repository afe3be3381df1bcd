import { digitAt, passesLuhn, passesWeighted, weightedSum } from "../check-digits.ts";
import { isDay } from "./national-id.ts";
import type { NationalId } from "./national-id.ts";

export const northernEurope: readonly NationalId[] = [
  {
    country: "SE",
    title: "personnummer",
    telling: ["######-####", "########-####", "######+####"],
    plain: ["##########", "############"],
    check: (bare) => isDay(bare, bare.length - 8, bare.length - 6, undefined, 91) && passesLuhn(bare.slice(-10)),
    context: /personnummer|samordningsnummer/u,
  },
  {
    country: "NO",
    title: "fødselsnummer",
    telling: ["###### #####"],
    plain: ["###########"],
    check: isNorwegian,
    context: /f[øo]dselsnummer|personnummer|d-nummer/u,
  },
  {
    country: "DK",
    title: "CPR number",
    plain: ["######-####", "##########", "###### ####"],
    // Numbers given out since 2007 have no check digit, so day and month decide.
    check: (bare) => isDay(bare, 2, 0),
    context: /\bcpr\b|personnummer/u,
  },
  {
    country: "FI",
    title: "henkilötunnus",
    telling: ["######-####", "######-###@", "######@###@", "######@####", "######+###@", "######+####"],
    check: isHetu,
    context: /hetu|henkil[öo]/u,
  },
  {
    country: "IS",
    title: "kennitala",
    plain: ["######-####", "##########"],
    check: (bare) => isDay(bare, 2, 0) && passesWeighted(bare, [3, 2, 7, 6, 5, 4, 3, 2], 11),
    context: /kennitala/u,
  },
  {
    country: "EE/LT",
    title: "personal code",
    plain: ["###########"],
    check: isBaltic,
    context: /isikukood|asmens kod|personal (?:identification )?code/u,
  },
  {
    country: "LV",
    title: "personas kods",
    plain: ["######-#####", "###########"],
    check: (bare) => isDay(bare, 2, 0) || bare.startsWith("32"),
    context: /personas kod/u,
  },
];

/** Two check digits; the day of a D-number counts 40 more. */
function isNorwegian(bare: string): boolean {
  return (
    isDay(bare, 2, 0, (month) => month % 40 > 0 && month % 40 < 13, 71) &&
    passesWeighted(bare, [3, 7, 6, 1, 8, 9, 4, 5, 2], 11) &&
    passesWeighted(bare, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11)
  );
}

/** The mark between birthday and serial tells the century: + - A to F, U to Y. */
function isHetu(bare: string): boolean {
  const parts = /^(\d{6})[A-FU-Y]?(\d{3})([0-9A-Y])$/u.exec(bare);
  if (parts === null || !isDay(bare, 2, 0)) return false;
  return "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(`${parts[1]}${parts[2]}`) % 31] === parts[3];
}

/** Two rounds of weights; the second counts where the first leaves 10. */
function isBaltic(bare: string): boolean {
  const first = weightedSum(bare, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weightedSum(bare, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  const check = first < 10 ? first : second < 10 ? second : 0;
  return /^[1-8]/u.test(bare) && isDay(bare, 3, 5) && check === digitAt(bare, 10);
}
