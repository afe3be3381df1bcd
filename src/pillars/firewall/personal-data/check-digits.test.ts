import { expect, it } from "vitest";
import { passesLuhn, passesMod97, passesVerhoeff } from "./check-digits.ts";

it.each([
  ["Luhn", passesLuhn, "79927398713", "79927398710"],
  ["mod 97", passesMod97, "GB82WEST12345698765432", "GB82WEST12345698765433"],
  ["Verhoeff", passesVerhoeff, "2363", "2364"],
])("%s accepts the published example and no neighbour of it", (_, passes, right, wrong) => {
  expect(passes(right)).toBe(true);
  expect(passes(wrong)).toBe(false);
});
