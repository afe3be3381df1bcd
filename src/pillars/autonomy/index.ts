/** Bounded autonomy: where arguments came from, what may leave, who approves, how much may be used. */
export { approvalConfig, type ApprovalConfig } from "./approval-config.ts";
export {
  type ApprovalDecision,
  type ApprovalNeed,
  approvalNeeded,
  type ApprovalRequest,
  type GateKnowledge,
  type Influence,
  isKnownTarget,
  type DecisionRefusal,
  decisionRefusals,
  decisionSentences,
  judgeDecision,
  type Judgement,
  judgeTimeout,
  type Recheck,
  type Timeout,
} from "./approvals.ts";
export { callHash, type TracedCall } from "./call-hash.ts";
export { type Denial, denialOf, deniedBefore } from "./denials.ts";
export { guardedRoles, isConsequential, sinkIntegrity } from "./guarded-roles.ts";
export { type Place, resolveHandles, type Resolved } from "./handles.ts";
export { childAt, joinPath, type Leaf, leaves, pathSteps, roleOf } from "./leaves.ts";
export {
  charge,
  type Charge,
  type LimitHit,
  type LimitName,
  limitsConfig,
  type LimitsConfig,
  limitSentence,
  noUsage,
  type Usage,
} from "./limits.ts";
export { parseDay, parseTime } from "./dates.ts";
export { formatAmount, hundredths } from "./money.ts";
export { costOf } from "./prices.ts";
export { numbersSaid } from "./numbers.ts";
export type { LabelledText, Origin, TraceContext, TracedArgument, TracedArguments } from "./origin.ts";
export { traceArguments } from "./provenance.ts";
export { confidenceOf } from "./confidential.ts";
export { mayRead, personal, type Readers, readingRoles, sharedReaders } from "./readers.ts";
export { anyone, roleName } from "./role.ts";
export { withoutExclusions } from "./exclusions.ts";
export { fieldOrigin } from "./field-origin.ts";
export { checkSinks, type SinkProblem, type SinkVerdict } from "./sinks.ts";
export { carriedLabels } from "./rows/carried-labels.ts";
export { workOnRows } from "./rows/work-on-rows.ts";
