import { defineNode, port, type ToolSpec } from "#engine";
import { z } from "zod";

const listOrdersTool: ToolSpec = {
  name: "list_orders",
  title: "List orders",
  description: "Lists the orders of the person who is speaking.",
  effect: "read",
  inputSchema: { type: "object", properties: {}, required: [], additionalProperties: false },
  roles: {},
  resultOrigins: {
    orders: "system",
    "orders.orderId": "system",
    "orders.item": "system",
    "orders.total": "system",
    "orders.currency": "system",
    "orders.status": "system",
  },
  sentence: "List the orders of the person who is speaking",
  resultSentence: [
    "{% if orders.size == 0 %}There are no orders of yours.",
    "{% else %}You have {{ orders.size }} order{% if orders.size != 1 %}s{% endif %}:",
    "{% for order in orders %}\n- {{ order.orderId }}: {{ order.item }}, ",
    "{{ order.total | money }}",
    " {{ order.currency }}, {{ order.status }}{% endfor %}",
    "{% endif %}",
  ].join(""),
  phrases: ["show all my orders", "list my orders", "my order history"],
};

export const listOrders = defineNode({
  type: "list-orders",
  version: 1,
  title: "List orders",
  group: "act",
  icon: "clipboard-list",
  description: "Lets a step list the orders of the person who is speaking.",
  summary: () => "This customer only",
  config: z.strictObject({}),
  inputs: {},
  outputs: {},
  attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
  provides: "tool",
  tools: () => [listOrdersTool],
  needs: [],
  effect: "read",
});
