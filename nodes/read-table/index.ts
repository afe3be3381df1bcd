import { defineNode, port, type ToolSpec } from "#engine";
import { z } from "zod";

const readTableTool: ToolSpec = {
  name: "read_table",
  title: "Read table",
  description: "Reads all rows of one table of the company's books.",
  effect: "read",
  inputSchema: {
    type: "object",
    properties: {
      table: { type: "string", title: "Table", enum: ["invoices", "payments", "costs", "payroll"] },
    },
    required: ["table"],
    additionalProperties: false,
  },
  roles: { table: "id" },
  // Names and memos are written by customers and suppliers; everything else is the bookkeeping's.
  resultOrigins: {
    table: "system",
    currency: "system",
    "rows.invoiceId": "system",
    "rows.paymentId": "system",
    "rows.costId": "system",
    "rows.employeeId": "system",
    "rows.month": "system",
    "rows.date": "system",
    "rows.amount": "system",
    "rows.status": "system",
    "rows.method": "system",
    "rows.category": "system",
    "rows.customer": "outside",
    "rows.supplier": "outside",
    "rows.memo": "outside",
  },
  sentence: "Read the table {{ table }}",
  recordTitle: "table {{ table }}",
  resultSentence: "The table {{ table }} has {{ rows.size }} rows.",
  phrases: ["read the table invoices", "show me the payroll table", "what is in the table costs"],
};

export const readTable = defineNode({
  type: "read-table",
  version: 1,
  title: "Read table",
  group: "act",
  icon: "table",
  description: "Lets a step read tables of the company's books. Which of them, its permission says.",
  summary: () => "Only permitted tables",
  config: z.strictObject({}),
  inputs: {},
  outputs: {},
  attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
  provides: "tool",
  tools: () => [readTableTool],
  needs: [],
  effect: "read",
});
