/** The demo shop: orders, refunds and an outbox behind the tools of the template "Customer support with refunds". Nothing leaves the machine. */
export { createDemoCrm } from "./demo-crm.ts";
export { crmState, type CrmState } from "./state.ts";
