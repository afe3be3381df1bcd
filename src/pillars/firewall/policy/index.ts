export { firewallPolicyWith } from "./policy-shape.ts";
export { firewallPolicy } from "./firewall-policy.ts";
export type { FirewallPolicy, GuardId, GuardSetting } from "./firewall-policy.ts";
export { presetOf, presets, withPreset } from "./presets.ts";
export type { Preset } from "./presets.ts";
export { actions, thresholds } from "./settings.ts";
export type { Action, Sensitivity } from "./settings.ts";
export { noJudge } from "./tiers.ts";
