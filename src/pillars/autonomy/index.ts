export { approvalConfig, type ApprovalConfig } from "./approval-config.ts";
export {
  type Charge,
  charge,
  type LimitHit,
  type LimitName,
  limitsConfig,
  type LimitsConfig,
  limitSentence,
  noUsage,
  type Usage,
} from "./limits.ts";
export { formatAmount, hundredths } from "./money.ts";
export type { LabelledText, Origin, TraceContext, TracedArgument, TracedArguments } from "./origin.ts";
export { guardedRoles, sinkIntegrity } from "./guarded-roles.ts";
export { type Leaf, leaves, roleOf } from "./leaves.ts";
