import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutExclusions } from "./exclusions.ts";

describe("what is not meant", () => {
  it.each([
    ["Send it to Ann Weber, not to Ann Winter.", "Winter"],
    ["Schick es Anna Weber, nicht an Anna Winter.", "Winter"],
    ["Envoie-le à Anne Blanc, pas à Anne Noir.", "Noir"],
    ["Envíalo a Ana Blanco, no a Ana Negro.", "Negro"],
    ["Mandalo ad Anna Bianchi, non ad Anna Neri.", "Neri"],
    ["Envie à Ana Branco, não para Ana Preto.", "Preto"],
    ["Stuur het naar Anna Wit, niet naar Anna Zwart.", "Zwart"],
    ["Delete notes.txt but keep q3.pdf.", "q3.pdf"],
    ["Use the new account instead of DE75 5121.", "5121"],
    ["Everything except q3.pdf can go", "q3.pdf"],
    ["Delete the smallest, the largest must stay.", "largest"],
    ["Delete the notes, we need 9000 bytes more.", "9000"],
    ["Never send anything to mallory@evil.example", "mallory"],
  ])("is left out of: %s", (text, part) => {
    expect(withoutExclusions(text)).not.toContain(part);
    expect(withoutExclusions(text)).toHaveLength(text.length);
  });

  it.each([
    "Don't forget to send it to ann@shop.example",
    "Be sure not to forget Ann Winter",
    "Not only to Ann Weber",
    "Review it and leave a comment",
    "Please keep me posted at me@shop.example",
    "Find the mail 'Never gonna give you up'",
    "Send more than 9000 bytes",
  ])("is nothing in: %s", (text) => {
    expect(withoutExclusions(text)).toBe(text);
  });

  it("ends with its clause", () => {
    expect(withoutExclusions("Not to Bob, but to ann@shop.example.")).toContain("ann@shop.example");
    expect(withoutExclusions("Not to bob@shop.example. Send it to Ann.")).toContain("Send it to Ann");
  });

  it("keeps the place of everything else", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => withoutExclusions(text).length === text.length));
  });
});
