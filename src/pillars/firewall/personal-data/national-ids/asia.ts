import { digitAt, passesLuhn, passesVerhoeff, weightedSum } from "../check-digits.ts";
import { isDay, isUniform, pairAt } from "./national-id.ts";
import type { NationalId } from "./national-id.ts";

export const asia: readonly NationalId[] = [
  {
    country: "IN",
    title: "Aadhaar number",
    telling: ["####~####~####"],
    plain: ["############"],
    check: (bare) => /^[2-9]/u.test(bare) && passesVerhoeff(bare),
    context: /aadha+r|\buid\b|आधार/u,
  },
  {
    country: "IN",
    title: "PAN",
    plain: ["@@@@@####@"],
    check: (bare) => /^[A-Z]{3}[ABCFGHLJPT]/u.test(bare),
    context: /\bpan\b|permanent account/u,
  },
  {
    country: "CN",
    title: "resident identity number",
    telling: ["##################", "#################@", "###### ######## ####", "###### ######## ###@"],
    check: isChineseId,
    context: /身份证|证件|identity/u,
  },
  {
    country: "HK",
    title: "identity card number",
    telling: ["@######(#)", "@######(@)", "@@######(#)"],
    plain: ["@#######"],
    check: isHongKongId,
    context: /\bhkid\b|身份證|identity card/u,
  },
  {
    country: "TW",
    title: "national identity number",
    plain: ["@#########"],
    check: isTaiwaneseId,
    context: /身[分份]證|national id|identity/u,
  },
  {
    country: "KR",
    title: "resident registration number",
    telling: ["######-#######", "###### - #######"],
    plain: ["#############"],
    check: isRrn,
    context: /주민|외국인\s?등록|resident registration|\brrn\b/u,
  },
  {
    country: "JP",
    title: "My Number",
    plain: ["############", "####~####~####"],
    check: isMyNumber,
    context: /マイナンバー|個人番号|my number/u,
  },
  {
    country: "SG",
    title: "NRIC or FIN",
    telling: ["@#######@"],
    check: isNric,
    context: /\bnric\b|\bfin\b/u,
  },
  {
    country: "MY",
    title: "MyKad number",
    telling: ["######-##-####"],
    plain: ["############"],
    check: (bare) => isDay(bare, 2, 4) && pairAt(bare, 6) > 0 && pairAt(bare, 6) < 100,
    context: /mykad|kad pengenalan|\bnric\b|\bic no/u,
  },
  {
    country: "TH",
    title: "citizen number",
    telling: ["#-####-#####-##-#", "# #### ##### ## #"],
    plain: ["#############"],
    check: (bare) =>
      bare[0] !== "0" &&
      (11 - (weightedSum(bare, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(bare, 12),
    context: /บัตรประชาชน|ประจำตัว|citizen id|thai id/u,
  },
  {
    country: "ID",
    title: "NIK",
    plain: ["################"],
    // Women's days count 40 more.
    check: (bare) => /^[1-9]/u.test(bare) && isDay(bare, 8, 6, undefined, 71) && !bare.endsWith("0000"),
    context: /\bnik\b|\bktp\b/u,
  },
  {
    country: "PK",
    title: "CNIC number",
    telling: ["#####-#######-#"],
    check: (bare) => /^[1-7]/u.test(bare),
    context: /\bcnic\b/u,
  },
  {
    country: "VN",
    title: "citizen number",
    plain: ["############"],
    check: (bare) => bare[0] === "0",
    context: /căn cước|\bcccd\b|cmnd/u,
  },
  {
    country: "IL",
    title: "identity number",
    plain: ["#########", "########-#"],
    check: (bare) => !isUniform(bare) && passesLuhn(bare),
    context: /teudat|תעודת זהות|ת\.ז|israeli id/u,
  },
  {
    country: "AE",
    title: "Emirates ID",
    telling: ["###-####-#######-#"],
    plain: ["###############"],
    check: (bare) => bare.startsWith("784") && passesLuhn(bare),
    context: /emirates id|الهوية/u,
  },
  {
    country: "SA",
    title: "national identity number",
    plain: ["##########"],
    check: (bare) => /^[12]/u.test(bare) && passesLuhn(bare),
    context: /iqama|saudi|الهوية|national id/u,
  },
];

/** ISO 7064 MOD 11-2 over area, birthday and serial. */
function isChineseId(bare: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]$/u.test(bare) || !isDay(bare, 10, 12)) return false;
  const sum = weightedSum(bare, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return "10X98765432"[sum % 11] === bare.at(-1);
}

/** Letters count from 10; a missing first letter counts 36. */
function isHongKongId(bare: string): boolean {
  const parts = /^([A-Z]?)([A-Z])(\d{6})([\dA])$/u.exec(bare);
  if (parts === null) return false;
  const [, first = "", second = "", digits = "", check = ""] = parts;
  const value = (letter: string): number => letter.charCodeAt(0) - 55;
  const sum = (first === "" ? 36 : value(first)) * 9 + value(second) * 8 + weightedSum(digits, [7, 6, 5, 4, 3, 2]);
  return (sum + (check === "A" ? 10 : Number(check))) % 11 === 0;
}

/** The letter is a place of registration whose two digits take weights 1 and 9. */
function isTaiwaneseId(bare: string): boolean {
  const place = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(bare.charAt(0)) + 10;
  const sum = Math.floor(place / 10) + (place % 10) * 9 + weightedSum(bare.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return /^[A-Z][1289]/u.test(bare) && sum % 10 === 0;
}

/** Numbers issued since October 2020 have no check digit, so month and day decide. */
function isRrn(bare: string): boolean {
  return isDay(bare, 2, 4) && /^\d{6}[1-8]/u.test(bare);
}

function isMyNumber(bare: string): boolean {
  const rest = weightedSum(bare, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return !isUniform(bare) && (rest < 2 ? 0 : 11 - rest) === digitAt(bare, 11);
}

function isNric(bare: string): boolean {
  const letters: Readonly<Record<string, readonly [offset: number, table: string]>> = {
    S: [0, "JZIHGFEDCBA"],
    T: [4, "JZIHGFEDCBA"],
    F: [0, "XWUTRQPNMLK"],
    G: [4, "XWUTRQPNMLK"],
    M: [3, "XWUTRQPNJLK"],
  };
  const known = letters[bare.charAt(0)];
  if (known === undefined) return false;
  const [offset, table] = known;
  const rest = (offset + weightedSum(bare.slice(1), [2, 7, 6, 5, 4, 3, 2])) % 11;
  const place = bare.startsWith("M") ? 10 - rest : rest;
  return table[place] === bare[8];
}
