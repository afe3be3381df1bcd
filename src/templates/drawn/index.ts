/** The templates as cards show them. What is said in them (documents, samples) is fetched with the one that is used. */
import { drawing as financeReport } from "../finance-report/drawing.ts";
import { drawing as hrPolicies } from "../hr-policies/drawing.ts";
import { drawing as openInvoices } from "../open-invoices/drawing.ts";
import { drawing as supportRefunds } from "../support-refunds/drawing.ts";
import type { Template } from "../template.ts";

export interface DrawnTemplate extends Template {
  /** The whole of it, ready to be used. */
  readonly load: () => Promise<Template>;
}

/** In the order in which the library shows them. */
export const drawnTemplates: readonly DrawnTemplate[] = [
  { ...supportRefunds, load: async () => (await import("../support-refunds/index.ts")).supportRefunds },
  { ...hrPolicies, load: async () => (await import("../hr-policies/index.ts")).hrPolicies },
  { ...financeReport, load: async () => (await import("../finance-report/index.ts")).financeReport },
  { ...openInvoices, load: async () => (await import("../open-invoices/index.ts")).openInvoices },
];
