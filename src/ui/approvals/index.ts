export type {
  ApprovalArgument,
  ApprovalDecision,
  ApprovalRequest,
  DecidedItem,
  InboxItem,
  SourcePlace,
} from "./approval.ts";
export { AlikeCalls } from "./alike-calls.tsx";
export { ApprovalCard } from "./approval-card.tsx";
export { ApprovalCompact } from "./approval-compact.tsx";
export { ApprovalsInbox } from "./approvals-inbox.tsx";
export type { InboxScope } from "./approvals-inbox.tsx";
