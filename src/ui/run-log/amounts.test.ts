import { expect, test } from "vitest";
import fc from "fast-check";
import { currencyIn, currencyOf, formatMoney, parseAmount, withBoldValues } from "./amounts.ts";

test("an amount that is written can be read again, to the cent", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
      expect(parseAmount(`${formatMoney(cents / 100)} EUR`)).toBe(cents / 100);
    }),
  );
});

test.each([
  ["450", 450],
  ["450.5", 450.5],
  ["450,50", 450.5],
  ["1,250.00 EUR", 1250],
  ["1,250", 1250],
  ["a lot", undefined],
  ["", undefined],
  ["-3", undefined],
  ["1.250,00", undefined],
  ["1e9", undefined],
])("%s is %s", (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test("the values of a call stand out, and only whole ones", () => {
  expect(withBoldValues("Refund 480.00 EUR for order A1007, not A10070.", { amount: 480, orderId: "A1007" })).toEqual([
    "Refund ",
    { bold: "480.00 EUR" },
    " for order ",
    { bold: "A1007" },
    ", not A10070.",
  ]);
  expect(withBoldValues("Let this pass", {})).toBe("Let this pass");
});

test("text from anywhere never becomes a pattern", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (sentence, value) => {
      const words = withBoldValues(sentence, { value });
      const text =
        typeof words === "string" ? words : words.map((part) => (typeof part === "string" ? part : part.bold)).join("");
      expect(text).toBe(sentence);
    }),
  );
});

test("the currency is the one behind the amount in the tool's sentence", () => {
  const spec = { sentence: "Refund {{ amount | money }} EUR for order {{ orderId }}" };
  expect(currencyOf({ ...tool, ...spec }, "amount")).toBe("EUR");
  expect(currencyOf({ ...tool, ...spec }, "orderId")).toBeUndefined();
});

const tool = {
  name: "refund",
  title: "Refund",
  description: "",
  effect: "pay",
  inputSchema: {},
  roles: {},
  resultOrigins: {},
} as const;

test("the currency of an amount is read off the sentence where the tool is not known", () => {
  const sentence = "Pay 1,480.00 EUR and 20.00 USD to A1007";
  expect([1480, 20, 480, 2, "1480"].map((value) => currencyIn(sentence, value))).toEqual([
    "EUR",
    "USD",
    undefined,
    undefined,
    undefined,
  ]);
});
