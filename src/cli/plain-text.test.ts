import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test("nothing that a terminal obeys or that turns text around gets through, and words do", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(plainText(text)).not.toMatch(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
  expect(plainText("\u001b[2Jgone \u202etxt.exe")).toBe("\ufffd[2Jgone \ufffdtxt.exe");
  expect(plainText("Größe 44,\n\tbitte 😀")).toBe("Größe 44,\n\tbitte 😀");
});
