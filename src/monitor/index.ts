/**
 * The one gate. `createMonitor` composes the five pillars around a host's raw ports; the engine accepts no other way to an
 * effect. `ruleOn`, `waitingRequests` and `timeouts` are the people's side of an approval.
 */
export { createMonitor } from "./monitor.ts";
export type { KnowledgeSearch, RawPorts } from "./raw-ports.ts";
export {
  approvedBy,
  mayApprove,
  ruleOn,
  dueReminders,
  reminders,
  timeouts,
  waitingRequests,
  type ApprovalRequestEvent,
  decisionValues,
  type DecisionSignature,
  type PersonDecision,
  type Ruling,
} from "./decide.ts";
export { usageOf } from "./recall-usage.ts";
export { toolCallChecks } from "./table.ts";
