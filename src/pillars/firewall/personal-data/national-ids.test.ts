import { describe, expect, it } from "vitest";
import { passesLuhn, passesMod97, passesVerhoeff } from "./check-digits.ts";
import { findByFormat } from "./formats.ts";
import { findPhones } from "./phones.ts";

const found = (text: string): string[] =>
  [...findByFormat(text), ...findPhones(text)]
    .filter((datum) => datum.score >= 0.5)
    .map((datum) => `${datum.kind} ${text.slice(datum.start, datum.end)}`);

describe("check digits", () => {
  it.each([
    ["Luhn", passesLuhn, "79927398713", "79927398710"],
    ["mod 97", passesMod97, "GB82WEST12345698765432", "GB82WEST12345698765433"],
    ["Verhoeff", passesVerhoeff, "2363", "2364"],
  ])("%s accepts the published example and no neighbour of it", (_, passes, right, wrong) => {
    expect(passes(right)).toBe(true);
    expect(passes(wrong)).toBe(false);
  });
});

describe("national numbers", () => {
  it.each([
    ["DNI 12345678Z", "12345678Z", "DNI 12345678A"],
    ["NIR 2 55 08 14 168 025 38", "2 55 08 14 168 025 38", "NIR 2 55 08 14 168 025 39"],
    ["Steuer-ID 86095742719", "86095742719", "Steuer-ID 86095742718"],
    ["codice fiscale RSSMRA85T10A562S", "RSSMRA85T10A562S", "codice fiscale RSSMRA85T10A562T"],
    ["BSN 111222333", "111222333", "BSN 111222334"],
    ["CPF 111.444.777-35", "111.444.777-35", "CPF 111.444.777-36"],
    ["PESEL 44051401359", "44051401359", "PESEL 44051401358"],
    ["NINO QQ123456C, or AB123456C", "AB123456C", "NINO BG123456C"],
    ["주민 900101-1234567", "900101-1234567", "주민 901301-1234567"],
    ["kimlik 10000000146", "10000000146", "kimlik 10000000147"],
    ["SIN 130 692 544", "130 692 544", "SIN 130 692 545"],
    ["SSN 536-90-4399", "536-90-4399", "SSN 000-90-4399"],
    ["身份证 11010519491231002X", "11010519491231002X", "身份证 110105194912310021"],
    ["henkilötunnus 131052-308T", "131052-308T", "henkilötunnus 131052-308U"],
    ["personnummer 811228-9874", "811228-9874", "personnummer 811228-9875"],
  ])("%s is one, with a wrong check digit it is not", (right, value, wrong) => {
    const isNumber = (entry: string): boolean => entry.startsWith("national-id");
    expect(found(right).filter(isNumber).join()).toContain(value);
    expect(found(wrong).filter(isNumber)).toEqual([]);
  });
});

describe("what looks like personal data and is not", () => {
  it.each([
    "Order 100024871 of 2024-05-17 10:32:11, tracking 1Z999AA10123456784",
    "ISBN 978-3-16-148410-0, version 10.4.2, 1,299.00 EUR",
    "Rooms 12, 14 and 16; pages 100-120; 50 x 60 x 70 cm",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
