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
export { anyone, defaultRule, permissionConfig, type PermissionConfig, rule, type Rule } from "./rule.ts";
