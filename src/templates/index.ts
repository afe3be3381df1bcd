/** Ready-made flows, as data: the library shows them, `gatehouse run template:ID` runs them. */
import { financeReport } from "./finance-report/index.ts";
import { hrPolicies } from "./hr-policies/index.ts";
import { openInvoices } from "./open-invoices/index.ts";
import { supportRefunds } from "./support-refunds/index.ts";
import type { Template } from "./template.ts";

export type { Template } from "./template.ts";

/** In the order in which the library shows them. `id` is stable: scripts name templates by it. */
export const templates: readonly Template[] = [supportRefunds, hrPolicies, financeReport, openInvoices];
