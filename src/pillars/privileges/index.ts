/** Just-in-time privileges: rules as sentences, Cedar policies that decide, and the table of short grants. */
export { callAttributes, cedarSchema, type PolicyContext } from "./cedar-schema.ts";
export { type CedarContext, type CedarPolicies, cedarString, rulesToCedar } from "./cedar-text.ts";
export {
  decide,
  type DecisionTerms,
  type DenyCode,
  type LoadedPolicy,
  loadPolicy,
  type PolicyDecision,
  type PolicyRequest,
  type PolicySet,
} from "./decide.ts";
export { type EditedRule, editRule } from "./edit-rule.ts";
export {
  consume,
  expire,
  type Grant,
  type GrantAnswer,
  type GrantConstraint,
  type GrantedCall,
  type GrantRefusal,
  type GrantRequest,
  grantSentences,
  type GrantTable,
  mint,
  noGrants,
  revoke,
  usesSoFar,
} from "./grants.ts";
export { callConstraints } from "./call-constraints.ts";
export { type CallFacts, policyContext } from "./policy-context.ts";
export type {
  AllowAnswer,
  CedarAction,
  CedarAttribute,
  CedarFinding,
  CedarNamespace,
  CedarPolicyInfo,
  CedarRequest,
  CedarSchema,
  CedarUid,
  CedarValue,
  LoadAnswer,
  PolicyEngine,
} from "./policy-engine.ts";
export { defaultRule, permissionConfig, type PermissionConfig, rule, type Rule } from "./rule.ts";
export { ruleSlots, type RuleSlot, ruleToSentence, type Segment, sentenceText } from "./sentence.ts";
export { argumentsOf, readAddress, type AddressTemplate, type ReadAddress } from "./remote/address-template.ts";
export { buildRequest, type BuiltRequest } from "./remote/build-request.ts";
export { type GrantTerms, requestToDigest, type SignedGrant } from "./remote/signed-grant.ts";
export { inferTool } from "./tool-roles/infer-tool.ts";
export { inferOrigins } from "./tool-roles/result-origins.ts";
export { specSentence, toolSentence } from "./tool-roles/tool-sentence.ts";
export type { EffectReason, ForeignTool, InferredTool, RoleReason, ToolHints } from "./tool-roles/foreign-tool.ts";
export { trustOf } from "./trust.ts";
export { valueList } from "./value-list.ts";
export { type PolicyFinding, validatePolicy } from "./validate.ts";
export { visibleTools } from "./visible-tools.ts";
export { beyondPlan, mergePlans, planTools, type ToolPlan } from "./plan/index.ts";
export {
  cedarFiles,
  type CedarFiles,
  adoptRules,
  enoughChats,
  type RecordedUse,
  smallerRules,
  type SmallerRule,
  usesIn,
  type ReachRow,
  policyFindings,
  reachOf,
  type ReachPhrases,
  reachWords,
  type ReachSentences,
  type Terms,
} from "./flow/index.ts";
