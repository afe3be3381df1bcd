import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitRuns } from "../digit-runs.ts";
import { findAddresses } from "./find-addresses.ts";

/** What stays of a text once its addresses are taken out. */
function without(text: string): string {
  const found = findAddresses(text, digitRuns(text))
    .filter((datum) => datum.score >= 0.5)
    .toSorted((a, b) => b.start - a.start || b.end - a.end);
  return found.reduce((left, { start, end }) => `${left.slice(0, start)}#${left.slice(end)}`, text);
}

describe("a postal address is taken whole", () => {
  it.each([
    ["US", "Ship it to 742 Evergreen Terrace, Springfield, OR 97477 today.", "Ship it to # today."],
    ["US", "He works at 350 5th Ave, Suite 3400, New York, NY 10118.", "He works at #."],
    ["US box", "Write to P.O. Box 1490, Topeka, KS 66601!", "Write to #!"],
    ["US military", "My address is PSC 1234, Box 5678\nAPO AE 09204", "My address is #"],
    ["GB", "She lives at 221B Baker Street, London NW1 6XE.", "She lives at #."],
    ["GB lines", "Flat 3\n12 Kings Road\nBristol\nBS1 4ST\nThanks", "#\nThanks"],
    ["DE", "Ich wohne in der Hauptstraße 12a, 10115 Berlin.", "Ich wohne in der #."],
    ["DE", "Anschrift: Unter den Linden 77\n10117 Berlin", "Anschrift: #"],
    ["AT", "Mariahilfer Str. 45, Top 7, 1060 Wien", "#"],
    ["FR", "J'habite au 12 bis, rue de la République, 69002 Lyon.", "J'habite au #."],
    ["ES", "Vivo en la Calle de Alcalá 45, 3º B, 28014 Madrid", "Vivo en la #"],
    ["IT", "Abito in Via Giuseppe Garibaldi, 21, 00153 Roma", "Abito in #"],
    ["NL", "Ik woon op de Prinsengracht 263, 1016 GV Amsterdam.", "Ik woon op de #."],
    ["PT", "Moro na Rua Augusta 274, 1100-053 Lisboa", "Moro na #"],
    ["PL", "Mieszkam: ul. Marszałkowska 84/92 m. 5, 00-514 Warszawa", "Mieszkam: #"],
    ["TR", "Adres: Atatürk Cad. No: 12 Kat 3, 34000 İstanbul", "Adres: #"],
    ["SE", "Hon bor på Storgatan 12, 114 55 Stockholm", "Hon bor på #"],
    ["FI", "Mannerheimintie 5 A, 00100 Helsinki", "#"],
    ["HU", "Rákóczi út 13., 1072 Budapest", "#"],
    ["RU", "Мой адрес: ул. Ленина, д. 12, кв. 5, Москва", "Мой адрес: #"],
    ["KR", "주소는 서울특별시 강남구 테헤란로 123, 4층 (역삼동)입니다", "주소는 #입니다"],
    ["JP", "住所は〒100-0005 東京都千代田区丸の内1-9-1です", "住所は#です"],
    ["CN", "我的地址是北京市朝阳区建国路88号3号楼502室。", "#。"],
    ["BR", "Entregar na Avenida Paulista, 1578, São Paulo", "Entregar na #"],
    ["CA", "Mail it to 24 Sussex Drive, Ottawa, ON K1M 1M4", "Mail it to #"],
    ["AU", "Deliver to Unit 5, 10 Park Road, Milton QLD 4064, please", "Deliver to #, please"],
  ])("%s: %s", (_, text, left) => {
    expect(without(text)).toBe(left);
  });
});

describe("what looks like an address and is none", () => {
  it.each([
    "The 24 hour drive to the north took 3 days; take Route 66.",
    "Windows 10 Home drive letters, Google Drive 5 GB, a 5 star place.",
    "Order 4711 of 12 March 2024, 3 Way Speaker for $200 Main unit.",
    "We met on Wall Street in 2008 and talked for 45 minutes.",
    "Chapter 12 Section 3, page 100; step 5: close the box 12 times.",
    "It is located at level 3, terminal 2, gate 14 of the airport.",
    "My address is wrong. Please send 2 lamps and call me.",
    "Suite 16 is a song; the blood pressure was BP 120/80.",
    "방법으로 3번 다시 시도하세요. 2호선을 타세요.",
    "第3章、全5巻、2024年12月1日に発売。",
  ])("%s", (text) => {
    expect(without(text)).toBe(text);
  });
});

it("keeps every offset inside the text, and no address longer than the guard's window allows", () => {
  const part = fc.constantFrom(
    "12 ",
    "Main ",
    "Street",
    ", ",
    "\n",
    "Rue ",
    "de ",
    "Apt. ",
    "IL ",
    "62704 ",
    "P.O. Box ",
    "é",
    ".",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 4, unit: "grapheme" })), { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      for (const { start, end } of findAddresses(text, digitRuns(text))) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end - start).toBeLessThan(400);
      }
    }),
  );
});
