import { defineNode, port, type ToolSpec } from "#engine";
import { z } from "zod";

const lookUpOrderTool: ToolSpec = {
  name: "look_up_order",
  title: "Look up order",
  description: "Finds one order by its number: item, total, payment, status, carrier and expected delivery.",
  effect: "read",
  inputSchema: {
    type: "object",
    properties: {
      orderId: { type: "string", title: "Order number", pattern: "^A\\d{4}$", examples: ["A1001"] },
    },
    required: ["orderId"],
    additionalProperties: false,
  },
  roles: { orderId: "id" },
  // People write notes and their own names; everything else is the shop's.
  resultOrigins: {
    orderId: "system",
    customer: "system",
    customerName: "outside",
    item: "system",
    quantity: "system",
    total: "system",
    currency: "system",
    paidWith: "system",
    status: "system",
    carrier: "system",
    expectedDelivery: "system",
    refunded: "system",
    note: "outside",
  },
  sentence: "Look up order {{ orderId }}",
  recordTitle: "order {{ orderId }}",
  resultSentence: [
    "Your order {{ orderId }} ({{ item }})",
    "{% if status == 'delivered' %} was delivered{% if expectedDelivery != '' %} on {{ expectedDelivery }}{% endif %}.",
    "{% elsif status == 'processing' %} is being packed.{% if expectedDelivery != '' %} It should arrive on {{ expectedDelivery }}.{% endif %}",
    "{% elsif status == 'cancelled' %} was cancelled.",
    "{% elsif status == 'returned' %} came back to us.",
    "{% else %} is {{ status }}.{% if carrier != '' and expectedDelivery != '' %} {{ carrier }} delivers on {{ expectedDelivery }}.{% endif %}{% endif %}",
    "{% if refunded > 0 %} Paid back so far: ",
    twoDecimals("refunded"),
    " {{ currency }}, to {{ paidWith }}.{% endif %}",
  ].join(""),
  phrases: [
    "where is my order",
    "where is my parcel",
    "what is the status of order A1001",
    "when does my order arrive",
    "has order A1002 been delivered",
    "look up order A1003",
    "what is the state of order A1003",
    "tell me about order A1003",
  ],
};

export const lookUpOrder = defineNode({
  type: "look-up-order",
  version: 1,
  title: "Look up order",
  group: "act",
  icon: "package-search",
  description: "Lets a step read one order of the shop. A customer sees only their own.",
  summary: () => "This customer only",
  config: z.strictObject({}),
  inputs: {},
  outputs: {},
  attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
  provides: "tool",
  tools: () => [lookUpOrderTool],
  needs: [],
  effect: "read",
});

/** Liquid that writes an amount like 89.90; it has no filter for that. */
function twoDecimals(field: string): string {
  const cents = `${field} | times: 100 | round`;
  return `{{ ${cents} | divided_by: 100 | floor }}.{{ ${cents} | modulo: 100 | prepend: "0" | slice: -2, 2 }}`;
}
