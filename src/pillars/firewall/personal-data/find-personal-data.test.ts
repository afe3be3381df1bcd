import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData } from "./find-personal-data.ts";
import { personalDataKinds } from "./kinds.ts";
import type { PersonalDataKind } from "./kinds.ts";

/** What a firewall of ordinary strictness counts. */
const counts = 0.5;

function found(text: string, kinds: readonly PersonalDataKind[] = personalDataKinds): [string, string][] {
  return findPersonalData(text, new Set(kinds))
    .filter(({ score }) => score >= counts)
    .map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

describe("personal data", () => {
  it.each<[PersonalDataKind, string, string]>([
    ["card", "My card: 4111 1111 1111 1111, thanks", "4111 1111 1111 1111"],
    ["card", "pay with 378282246310005 now", "378282246310005"],
    ["card", "5555-5555-5555-4444", "5555-5555-5555-4444"],
    ["card", "two: 12 4111 1111 1111 1111 99", "4111 1111 1111 1111"],
    ["card", "credit card 4111 1111 1111 1112 with a wrong digit", "4111 1111 1111 1112"],
    ["card", '{"card_number": "342259790684108"}', "342259790684108"],
    ["card-code", "CVV: 123", "123"],
    ["card-code", "my PIN is 8812", "8812"],
    ["iban", "IBAN: DE89 3704 0044 0532 0130 00.", "DE89 3704 0044 0532 0130 00"],
    ["iban", "to gb29nwbk60161331926819", "gb29nwbk60161331926819"],
    ["iban", "20230925NL13ABNA0123456789", "NL13ABNA0123456789"],
    ["iban", "IBAN code:\nIT78Y01234567890123456", "IT78Y01234567890123456"],
    ["bank-account", "account number 12345678", "12345678"],
    ["bank-account", "bank_routing_number: 048625793", "048625793"],
    ["bank-account", "은행 라우팅 번호: 048625793", "048625793"],
    ["passport", "passport no. C01X00T47", "C01X00T47"],
    ["passport", '"passportNumber": "620144743"', "620144743"],
    ["passport", "Reisepass Nr. C4VFK5J17", "C4VFK5J17"],
    ["passport", "여권 번호는 M12345678입니다", "M12345678"],
    ["driving-licence", "driver's license: D1234567", "D1234567"],
    ["customer-number", "customer id C225-2553-497", "C225-2553-497"],
    ["national-id", "<TaxID>232-00-8506</TaxID>", "232-00-8506"],
    ["email", "Mail ada.l+shop@mail.example.co.uk.", "ada.l+shop@mail.example.co.uk"],
    ["email", "ada (at) example (dot) org", "ada (at) example (dot) org"],
    ["email", "jürgen@müller.example", "jürgen@müller.example"],
    ["phone", "Call +44 20 7946 0958", "+44 20 7946 0958"],
    ["phone", "tel. (030) 123456-78", "(030) 123456-78"],
    ["phone", "ring 020 7946 0958 ext. 12", "020 7946 0958 ext. 12"],
    ["phone", "06 12 34 56 78", "06 12 34 56 78"],
    ["ip", "from 203.0.113.77, today", "203.0.113.77"],
    ["ip", "57A:d4cd:2f8e:cc10:b762:93db:fdc8:db8c:d5c3", "d4cd:2f8e:cc10:b762:93db:fdc8:db8c:d5c3"],
    ["ip", "host 2001:db8::8a2e:370:7334 is down", "2001:db8::8a2e:370:7334"],
    ["mac", "00:1B:44:11:3A:B7", "00:1B:44:11:3A:B7"],
    ["mac", "00-1b-44-11-3a-b7", "00-1b-44-11-3a-b7"],
    ["crypto-address", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"],
    ["crypto-address", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
    ["crypto-address", "0x742d35cc6634c0532925a3b844bc454e4438f44e", "0x742d35cc6634c0532925a3b844bc454e4438f44e"],
    ["coordinates", "she is at 52.520008, 13.404954", "52.520008, 13.404954"],
    ["birth-date", "born on 3 May 1984 in Ulm", "3 May 1984"],
    ["birth-date", "geboren am 03.05.1984", "03.05.1984"],
    ["name", "My name is Ada Lovelace and I write", "Ada Lovelace"],
    ["name", "Sehr geehrte Frau Dr. Meyer-Landrut,", "Meyer-Landrut"],
    ["name", "이름: 김민수", "김민수"],
  ])("finds a %s in %j", (kind, text, value) => {
    expect(found(text)).toContainEqual([kind, value]);
  });

  it.each([
    "Order 4111111111111112 shipped.",
    "Version 10.4.22.1 of 2024-05-17, build 1.2.3.4",
    "SEK, USD, 8.9231, 9.7456",
    "winter of 2022-2023, 500-700 words, 10:32:45",
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
    "The account is open since 2019.",
    "Pins and cards: chapter 12, page 340.",
    "Dear Customer, Hello World!",
    "ISBN 978-3-16-148410-0, EAN 4006381333931",
    "다양한 기능과 동일한 값",
  ])("finds nothing in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("looks for the kinds asked for and no others", () => {
    const text = "Card 4111 1111 1111 1111 of ada@example.org, IBAN DE89370400440532013000";
    expect(found(text, ["email"])).toEqual([["email", "ada@example.org"]]);
    expect(found(text, ["iban"])).toEqual([["iban", "DE89370400440532013000"]]);
  });

  it("reports places in order that do not overlap, inside the text", () => {
    const pieces = fc.constantFrom(
      "4111 1111 1111 1111",
      "DE89 3704 0044 0532 0130 00",
      "+44 20 7946 0958",
      "536-90-4399",
      "12 Crown Street",
      "IBAN",
      "card",
      "born",
      "passport",
      "name:",
      "Ada",
      "@",
      "ada@example.org",
      "203.0.113.77",
      "::1",
      "-",
      " ",
      "\n",
      "7",
      "여권",
      "번호",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const { start, end } of findPersonalData(text, new Set(personalDataKinds))) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });
});
