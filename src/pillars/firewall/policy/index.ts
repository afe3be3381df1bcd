export { firewallPolicy } from "./firewall-policy.ts";
export type { FirewallPolicy, GuardId, GuardSetting } from "./firewall-policy.ts";
export { actions, thresholds } from "./settings.ts";
export type { Action, Sensitivity } from "./settings.ts";
