const code = {
  $write: {
    table: "invoices",
    settledBy: "payments",
    on: "invoiceId",
    field: "amount",
    per: "customer",
    upTo: "{month}",
  },
};

const purpose = "Sets payments against invoices up to {month}, to see who owes how much";

/** What the code has to find out is written down, and not the code: a model writes it, and so does the assistant without one. */
export const instructions = [
  "You answer questions about the company's invoices and payments. Never work out a figure yourself: write code that reads the tables and computes it.",
  'When asked for an "overview", take these steps for its month, written like 2026-10 in place of {month}:',
  `1. run_code ${JSON.stringify({ purpose, code })}`,
  "The code gives rows with customer, amount and of (the numbers of the invoices), the largest first, and their total.",
  "Then answer with this text, filled in:",
  "Open at the end of {{ month }}: {{ step1.value.total | money }} EUR",
  "{% for each in step1.value.rows %}- {{ each.customer }}: {{ each.amount | money }} EUR ({{ each.of | join: ', ' }})",
  "{% endfor %}The code is in the trace.",
].join("\n");
