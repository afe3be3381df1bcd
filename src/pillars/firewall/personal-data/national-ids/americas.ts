import { digitAt, passesLuhn, weightedSum } from "../check-digits.ts";
import { isDay, isUniform } from "./national-id.ts";
import type { NationalId } from "./national-id.ts";

export const americas: readonly NationalId[] = [
  {
    country: "US",
    title: "Social Security number",
    telling: ["###-##-####", "### ## ####"],
    plain: ["#########"],
    check: isSsn,
    context: /\bssn\b|social security|\bsocial\b|\bitin\b|\btin\b|taxpayer id/u,
  },
  {
    country: "US",
    title: "Medicare number",
    telling: [
      "#@##@##@@##",
      "#@@#@##@@##",
      "#@##@@#@@##",
      "#@@#@@#@@##",
      "#@##-@##-@@##",
      "#@@#-@##-@@##",
      "#@##-@@#-@@##",
      "#@@#-@@#-@@##",
    ],
    check: (bare) => /^[1-9](?:[AC-HJKMNP-RT-Y0-9]){10}$/u.test(bare),
    context: /medicare|\bmbi\b/u,
  },
  {
    country: "CA",
    title: "Social Insurance number",
    plain: ["###~###~###", "#########"],
    check: (bare) => bare[0] !== "0" && bare[0] !== "8" && passesLuhn(bare),
    context: /\bsin\b|social insurance|assurance sociale/u,
  },
  {
    country: "BR",
    title: "CPF",
    telling: ["###.###.###-##"],
    plain: ["###########", "#########-##"],
    check: isCpf,
    context: /\bcpf\b/u,
  },
  {
    country: "BR",
    title: "CNPJ",
    telling: ["##.###.###/####-##"],
    plain: ["##############"],
    check: isCnpj,
    context: /\bcnpj\b/u,
  },
  {
    country: "BR",
    title: "PIS number",
    telling: ["###.#####.##-#"],
    plain: ["###########"],
    check: (bare) =>
      !isUniform(bare) && zeroFrom(weightedSum(bare, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) === digitAt(bare, 10),
    context: /\bpis\b|\bpasep\b|\bnis\b|\bnit\b/u,
  },
  {
    country: "MX",
    title: "CURP",
    telling: ["@@@@######@@@@@@##", "@@@@######@@@@@@@#"],
    check: isCurp,
    context: /\bcurp\b/u,
  },
  {
    country: "MX",
    title: "RFC",
    telling: ["###", "##@", "#@#", "#@@", "@##", "@#@", "@@#", "@@@"].map((end) => `@@@@######${end}`),
    check: isRfc,
    context: /\brfc\b/u,
  },
  {
    country: "AR",
    title: "CUIT or CUIL",
    telling: ["##-########-#"],
    plain: ["###########"],
    check: (bare) =>
      /^(?:2[03457]|3[034])/u.test(bare) &&
      zeroFrom(weightedSum(bare, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) === digitAt(bare, 10),
    context: /\bcuit\b|\bcuil\b/u,
  },
  {
    country: "CL",
    title: "RUT",
    telling: ["##.###.###-#", "##.###.###-@", "#.###.###-#", "#.###.###-@"],
    plain: ["########-#", "########-@", "#######-#", "#######-@"],
    check: isRut,
    context: /\brut\b|\brun\b/u,
  },
  {
    country: "UY",
    title: "cédula",
    telling: ["#.###.###-#"],
    plain: ["########", "#######-#"],
    check: (bare) => bare.length === 8 && passesTens(bare, [2, 9, 8, 7, 6, 3, 4]),
    context: /c[ée]dula|\bci\b|\bc\.i\./u,
  },
  {
    country: "EC",
    title: "cédula",
    plain: ["##########", "#########-#"],
    check: (bare) =>
      Number(bare.slice(0, 2)) > 0 && Number(bare.slice(0, 2)) < 25 && digitAt(bare, 2) < 6 && passesLuhn(bare),
    context: /c[ée]dula|\bci\b|\bc\.i\./u,
  },
  {
    country: "DO",
    title: "cédula",
    telling: ["###-#######-#"],
    plain: ["###########"],
    check: (bare) => !isUniform(bare) && passesLuhn(bare),
    context: /c[ée]dula/u,
  },
  {
    country: "AR/PE/CO/VE",
    title: "identity number",
    plain: ["########", "##.###.###", "#.###.###.###", "#.###.###", "@-########"],
    check: (bare) => !isUniform(bare),
    context: /\bdni\b|\bdocumento (?:nacional|de identidad)|c[ée]dula|\bc\.c\.|\bcc n/u,
  },
];

/** Areas 000 and 666, group 00 and serial 0000 are never issued; 9xx areas are taxpayer numbers, equally personal. */
function isSsn(bare: string): boolean {
  return /^(?!000|666)\d{3}(?!00)\d{2}(?!0000)\d{4}$/u.test(bare);
}

/** Eleven less the remainder of the sum; ten and eleven read as 0. */
function zeroFrom(sum: number): number {
  const check = 11 - (sum % 11);
  return check > 9 ? 0 : check;
}

function passesTens(bare: string, weights: readonly number[]): boolean {
  return (10 - (weightedSum(bare, weights) % 10)) % 10 === digitAt(bare, weights.length);
}

function isCpf(bare: string): boolean {
  if (isUniform(bare)) return false;
  const first = zeroFrom(weightedSum(bare, [10, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = zeroFrom(weightedSum(bare, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]));
  return first === digitAt(bare, 9) && second === digitAt(bare, 10);
}

function isCnpj(bare: string): boolean {
  if (isUniform(bare)) return false;
  const first = zeroFrom(weightedSum(bare, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = zeroFrom(weightedSum(bare, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  return first === digitAt(bare, 12) && second === digitAt(bare, 13);
}

/** Each character counts as its place in "0..9A..NÑO..Z", times 18 down to 2. */
function isCurp(bare: string): boolean {
  if (!/^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/u.test(bare) || !isDay(bare, 6, 8)) return false;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += spanishValue(bare, at) * (18 - at);
  return (10 - (sum % 10)) % 10 === digitAt(bare, 17);
}

/** "0..9", then the alphabet with Ñ after N. */
function spanishValue(bare: string, at: number): number {
  const code = bare.charCodeAt(at);
  return code < 65 ? code - 48 : code - 55 + (code > 78 ? 1 : 0);
}

/** Letters count from 10, with & after N, times 13 down to 2. */
function isRfc(bare: string): boolean {
  if (!isDay(bare, 6, 8)) return false;
  let sum = 0;
  for (let at = 0; at < 12; at++) sum += spanishValue(bare, at) * (13 - at);
  const check = 11 - (sum % 11);
  return (check === 11 ? "0" : check === 10 ? "A" : String(check)) === bare[12];
}

function isRut(bare: string): boolean {
  const number = bare.slice(0, -1).padStart(8, "0");
  const check = 11 - (weightedSum(number, [3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return !isUniform(bare) && (check === 11 ? "0" : check === 10 ? "K" : String(check)) === bare.at(-1);
}
