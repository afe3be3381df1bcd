import fc from "fast-check";
import { expect, it } from "vitest";
import { tokenKinds, TokenReader } from "./tokens.ts";

const piece = fc.oneof(
  fc.constantFrom(
    "word",
    "Wörter",
    "слово",
    "一二〇",
    "한국",
    "ไทย",
    "१२",
    "¼",
    " ",
    "\u00a0",
    "..!?",
    "\u0301",
    "😀",
    "\ud840\udc00",
    "x9",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
const dense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+$/u;

it("parts every text into whole tokens of one kind", () => {
  fc.assert(
    fc.property(text, (whole) => {
      const reader = new TokenReader(whole);
      for (let at = 0; at < whole.length;) {
        const end = reader.endAt(at);
        const token = whole.slice(at, end);
        expect(end).toBeGreaterThan(at);
        if (reader.kind === tokenKinds.letters) expect(token).toMatch(/^[A-Za-z]+$/u);
        if (reader.kind === tokenKinds.word) expect(token).toMatch(/^[\p{L}\p{M}]+$/u);
        if (reader.kind === tokenKinds.number) expect(token).toMatch(/^\p{N}+$/u);
        if (reader.kind === tokenKinds.dense) expect(token).toMatch(dense);
        if (reader.kind === tokenKinds.sign) expect(token).toMatch(/^[^\s\p{L}\p{M}\p{N}]{1,3}$/u);
        at = end;
      }
    }),
  );
});

it("reads a word to its end and a run without borders on its own", () => {
  const reader = new TokenReader("naïve 漢字kana");
  expect([reader.endAt(0), reader.kind]).toEqual([5, tokenKinds.word]);
  expect([reader.endAt(6), reader.kind]).toEqual([8, tokenKinds.dense]);
  expect([reader.endAt(8), reader.kind]).toEqual([12, tokenKinds.letters]);
});
