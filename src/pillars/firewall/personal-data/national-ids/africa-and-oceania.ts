import { digitAt, passesLuhn, weightedSum } from "../check-digits.ts";
import { isDay, isUniform } from "./national-id.ts";
import type { NationalId } from "./national-id.ts";

export const africaAndOceania: readonly NationalId[] = [
  {
    country: "ZA",
    title: "identity number",
    telling: ["###### #### ###", "###### #### ## #"],
    plain: ["#############"],
    check: (bare) => isDay(bare, 2, 4) && /^.{10}[012]/u.test(bare) && passesLuhn(bare),
    context: /\bid\b|identity|south africa/u,
  },
  {
    country: "NG",
    title: "NIN",
    plain: ["###########"],
    check: (bare) => !isUniform(bare),
    context: /\bnin\b|\bbvn\b/u,
  },
  {
    country: "EG",
    title: "national number",
    plain: ["##############"],
    check: (bare) => /^[23]/u.test(bare) && isDay(bare, 3, 5),
    context: /الرقم القومي|national (?:id|number)/u,
  },
  {
    country: "AU",
    title: "tax file number",
    plain: ["### ### ###", "#########", "###-###-###"],
    check: (bare) => !isUniform(bare) && weightedSum(bare, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    context: /\btfn\b|tax file/u,
  },
  {
    country: "AU",
    title: "Medicare number",
    plain: ["#### ##### #", "##########", "#### ##### # #", "####-#####-#"],
    check: (bare) => /^[2-6]/u.test(bare) && weightedSum(bare, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(bare, 8),
    context: /medicare/u,
  },
  {
    country: "NZ",
    title: "IRD number",
    plain: ["##-###-###", "###-###-###", "########", "#########"],
    check: isIrd,
    context: /\bird\b|inland revenue/u,
  },
];

/** A second round of weights where the first leaves 10. */
function isIrd(bare: string): boolean {
  const number = bare.padStart(9, "0");
  const rest = (weights: readonly number[]): number => (11 - (weightedSum(number, weights) % 11)) % 11;
  const first = rest([3, 2, 7, 6, 5, 4, 3, 2]);
  const check = first < 10 ? first : rest([7, 4, 3, 2, 5, 2, 7, 6]);
  return !isUniform(bare) && check === digitAt(number, 8);
}
