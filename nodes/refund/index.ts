import { defineNode, port, type ToolSpec } from "#engine";
import { z } from "zod";

const refundTool: ToolSpec = {
  name: "refund",
  title: "Refund",
  description: "Pays money back for one order, to the card or account that paid it. Amounts are in EUR.",
  effect: "pay",
  inputSchema: {
    type: "object",
    properties: {
      orderId: { type: "string", title: "Order number", pattern: "^A\\d{4}$", examples: ["A1001"] },
      amount: {
        type: "number",
        title: "Amount",
        description: "In EUR",
        exclusiveMinimum: 0,
        maximum: 100_000,
        examples: [40],
      },
      reason: { type: "string", title: "Reason", maxLength: 500, examples: ["Arrived broken"] },
    },
    required: ["orderId", "amount"],
    additionalProperties: false,
  },
  roles: { orderId: "id", amount: "value", reason: "content" },
  resultOrigins: { refundId: "system", orderId: "system", amount: "system", currency: "system", to: "system" },
  sentence: "Refund {{ amount | money }} EUR for order {{ orderId }}",
  recordTitle: "refund of order {{ orderId }}",
  resultSentence: "I have refunded {{ amount | money }} {{ currency }} for order {{ orderId }} to {{ to }}.",
  phrases: [
    "I want my money back",
    "refund 40 EUR for order A1001",
    "can I get a refund",
    "it arrived broken, pay me back",
    "give me back the money for my order",
  ],
};

export const refund = defineNode({
  type: "refund",
  version: 1,
  title: "Refund",
  group: "act",
  icon: "hand-coins",
  description: "Lets a step pay money back for an order. It goes to the card or account that paid, never elsewhere.",
  summary: () => "To the paying card",
  config: z.strictObject({}),
  inputs: {},
  outputs: {},
  attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
  provides: "tool",
  tools: () => [refundTool],
  needs: [],
  effect: "pay",
});
