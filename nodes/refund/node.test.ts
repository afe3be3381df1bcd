import { renderTemplate } from "#engine";
import { defaultRule } from "#pillars/privileges";
import { expect, test } from "vitest";
import { refund } from "./index.ts";

test("names no account: money can only go back to where it came from", () => {
  const [tool] = refund.toolsFor({});
  expect(Object.keys(tool?.roles ?? {})).toEqual(["orderId", "amount", "reason"]);
  expect(tool?.roles).not.toHaveProperty("to");
});

test("starts with a rule that lets nothing through alone", () => {
  const rules = refund.toolsFor({}).map(defaultRule);
  expect(rules).toMatchObject([{ tool: "refund", allow: "ask", amount: { argument: "amount", aloneUpTo: 0 } }]);
});

test.each([
  [89.9, "89.90"],
  [40, "40.00"],
  [0.07, "0.07"],
  [1234.56, "1,234.56"],
])("tells %f as %s", (amount, written) => {
  const [tool] = refund.toolsFor({});
  const result = { refundId: "R1001", orderId: "A1001", amount, currency: "EUR", to: "Visa ending 4417" };
  expect(renderTemplate(tool?.resultSentence ?? "", result)).toEqual({
    ok: true,
    text: `I have refunded ${written} EUR for order A1001 to Visa ending 4417.`,
  });
});
