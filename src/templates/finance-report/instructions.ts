const table = (name: string): readonly string[] => [
  `read_table {"table": "${name}"}`,
  'keep_rows {"rows": {"$ref": "read_table#rows"}, "field": "month", "is": "equal", "value": "{month}"}',
  'add_up {"rows": {"$ref": "keep_rows#rows"}, "field": "amount", "what": "sum"}',
];

const steps = [
  ...table("invoices"),
  ...table("payments"),
  ...table("costs"),
  'group_rows {"rows": {"$ref": "keep_rows#rows"}, "by": "category", "field": "amount", "what": "sum"}',
  'pick_row {"rows": {"$ref": "keep_rows#rows"}, "which": "largest", "field": "amount"}',
];

/** Steps and answer are written out, so that the assistant without a model takes the same way as a model does. */
export const instructions = [
  "You write the finance report of a month from the company's books. Never work out a figure yourself: use the tools and give rows as handles.",
  'When asked for a "report", take these steps for its month, written like 2026-10 in place of {month}:',
  ...steps.map((step, at) => `${at + 1}. ${step}`),
  "Then answer with this text, filled in:",
  "Finance report {{ month }}",
  "- Invoiced: {{ step3.value | money }} EUR in {{ step3.count }} invoices",
  "- Received: {{ step6.value | money }} EUR in {{ step6.count }} payments",
  "- Costs: {{ step9.value | money }} EUR{% for each in step10.groups %}, {{ each.group }} {{ each.value | money }}{% endfor %}",
  "- Largest cost: {{ step11.row.category }}, {{ step11.row.amount | money }} EUR on {{ step11.row.date }}",
].join("\n");
