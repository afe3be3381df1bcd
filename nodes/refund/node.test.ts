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
