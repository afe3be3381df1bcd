import { describe, expect, it } from "vitest";
import { digitRuns } from "../digit-runs.ts";
import { findNationalIds, nationalIds } from "./index.ts";

const found = (text: string): string[] =>
  [...findNationalIds(text, digitRuns(text))].map(({ start, end, title }) => `${text.slice(start, end)} ${title}`);

/** Context, a number as its office or a textbook writes it, and the country. */
const published: readonly (readonly [country: string, words: string, number: string])[] = [
  ["US", "SSN", "536-90-4399"],
  ["US", "Medicare", "1EG4-TE5-MK73"],
  ["CA", "SIN", "130 692 544"],
  ["BR", "CPF", "111.444.777-35"],
  ["BR", "CNPJ", "16.727.230/0001-97"],
  ["BR", "PIS", "120.64186.59-1"],
  ["MX", "CURP", "BOXW310820HNERXN09"],
  ["MX", "RFC", "GODE561231GR8"],
  ["AR", "CUIT", "20-05536168-2"],
  ["CL", "RUT", "12.531.909-2"],
  ["UY", "cédula", "1.234.567-2"],
  ["EC", "cédula", "1714307103"],
  ["DO", "cédula", "001-1391820-5"],
  ["GB", "National Insurance", "AB123456C"],
  ["GB", "NHS", "943 476 5919"],
  ["GB", "UTR", "1955839661"],
  ["IE", "PPS number", "1234567T"],
  ["DE", "Steuer-ID", "86095742719"],
  ["DE", "Sozialversicherung", "65170839J003"],
  ["AT", "SV-Nummer", "1237 010180"],
  ["CH", "AHV", "756.9217.0769.85"],
  ["FR", "NIR", "2 55 08 14 168 025 38"],
  ["FR", "numéro fiscal", "3023217600053"],
  ["BE", "rijksregister", "85.07.30-033.28"],
  ["NL", "BSN", "111222333"],
  ["LU", "matricule", "1893120105732"],
  ["ES", "DNI", "12345678Z"],
  ["ES", "NIE", "X1234567L"],
  ["PT", "NIF", "501964843"],
  ["IT", "codice fiscale", "RSSMRA85T10A562S"],
  ["GR", "ΑΜΚΑ", "01013099997"],
  ["GR", "ΑΦΜ", "094259216"],
  ["SE", "personnummer", "811228-9874"],
  ["NO", "fødselsnummer", "15108695088"],
  ["FI", "henkilötunnus", "131052-308T"],
  ["IS", "kennitala", "120174-3399"],
  ["EE/LT", "isikukood", "36805280109"],
  ["PL", "PESEL", "44051401359"],
  ["PL", "NIP", "8567346215"],
  ["CZ/SK", "rodné číslo", "710319/2745"],
  ["HU", "TAJ", "111111110"],
  ["HU", "adóazonosító", "8071592153"],
  ["RO", "CNP", "1630615123457"],
  ["BG", "ЕГН", "7523169263"],
  ["HR", "OIB", "33392005961"],
  ["SI/RS/BA/MK/ME", "EMŠO", "0101006500006"],
  ["UA", "РНОКПП", "1759013776"],
  ["RU", "СНИЛС", "112-233-445 95"],
  ["RU", "ИНН", "500100732259"],
  ["TR", "kimlik", "10000000146"],
  ["IN", "Aadhaar", "2341 2341 2346"],
  ["CN", "身份证", "11010519491231002X"],
  ["HK", "HKID", "A123456(3)"],
  ["TW", "national id", "A123456789"],
  ["JP", "マイナンバー", "123456789018"],
  ["SG", "NRIC", "S1234567D"],
  ["TH", "citizen id", "1-2345-45678-78-1"],
  ["IL", "teudat zehut", "039337423"],
  ["AE", "Emirates ID", "784-1968-6570305-0"],
  ["ZA", "South Africa ID", "7503305044089"],
  ["AU", "TFN", "123 456 782"],
  ["AU", "Medicare", "2123 45670 1"],
  ["NZ", "IRD", "49-091-850"],
];

/** Offices that give no check digit, or one that does not hold for all. */
const unchecked: readonly (readonly [country: string, words: string, number: string])[] = [
  ["DK", "CPR", "211062-5629"],
  ["KR", "주민등록번호", "900101-1234567"],
  ["LV", "personas kods", "161175-19997"],
  ["MY", "MyKad", "770305-02-1234"],
  ["ID", "NIK", "3171011708450001"],
  ["PK", "CNIC", "34201-0891231-8"],
  ["VN", "CCCD", "001093001234"],
  ["IN", "PAN", "ACUPA7085R"],
  ["EG", "الرقم القومي", "29001011234567"],
  ["NG", "NIN", "12345678902"],
  ["SA", "iqama", "1089706327"],
];

/** Their check is not the last character. */
const elsewhere = /Medicare|RFC|National Insurance|kennitala|PPS|SV-Nummer|UTR/u;

/** The number with the character that checks it changed to every other. */
function broken(number: string): readonly string[] {
  const at = [...number].findLastIndex((character) => /[\dA-Z]/u.test(character));
  const others = /\d/u.test(number.charAt(at)) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return Array.from(others, (other) => number.slice(0, at) + other + number.slice(at + 1)).filter(
    (each) => each !== number,
  );
}

describe("a national number with its word beside it", () => {
  it.each([...published, ...unchecked])("%s: %s %s", (country, words, number) => {
    expect(found(`${words}: ${number}.`)).toEqual([expect.stringContaining(`(${country})`)]);
    expect(found(`${words}: ${number}.`)[0]).toContain(number);
  });

  it.each(published.filter(([, words]) => !elsewhere.test(words)))(
    "is mostly not one with a wrong check digit: %s %s %s",
    (country, words, number) => {
      const accepted = broken(number).filter((each) =>
        found(`${words}: ${each}.`).some((one) => one.includes(`(${country})`)),
      );
      // The plainest forms serve several offices of a country, and Social Security numbers have no check digit.
      expect(accepted.length).toBeLessThanOrEqual(country === "US" ? 9 : 2);
    },
  );
});

describe("without its word", () => {
  it.each(["111222333", "44051401359", "10000000146", "8567346215", "1759013776", "123456789018"])(
    "a plain number is nobody's: %s",
    (number) => {
      expect(found(`Order ${number} has shipped.`)).toEqual([]);
    },
  );

  it.each(["536-90-4399", "111.444.777-35", "85.07.30-033.28", "RSSMRA85T10A562S", "756.9217.0769.85", "S1234567D"])(
    "a telling form is enough: %s",
    (number) => {
      expect(found(`It is ${number} I think`)).toHaveLength(1);
    },
  );

  it("a piece of a longer number is none", () => {
    expect(found("2341 2341 2346 1111 and 1.536-90-4399, x536-90-4399")).toEqual([]);
  });
});

it("every office has a country, a form and a check that does not throw on any bare text", () => {
  for (const { country, telling, plain, check } of nationalIds) {
    expect(country).toMatch(/^[A-Z]{2}(?:\/[A-Z]{2})*$/u);
    expect([...(telling ?? []), ...(plain ?? [])].length).toBeGreaterThan(0);
    for (const bare of ["", "0", "A", "ZZZZ", "9".repeat(20), "A1".repeat(9)])
      expect(typeof check(bare)).toBe("boolean");
  }
  expect(new Set(nationalIds.flatMap(({ country }) => country.split("/"))).size).toBeGreaterThanOrEqual(45);
});
