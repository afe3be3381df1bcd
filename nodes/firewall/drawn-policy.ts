import { firewallPolicyWith } from "#pillars/firewall";

/** The form of the settings for drawing only: patterns and schemas stay unread. */
export const drawnPolicy = firewallPolicyWith({ patternProblem: () => undefined, schemaProblem: () => undefined });
