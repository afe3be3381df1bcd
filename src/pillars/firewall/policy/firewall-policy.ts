import type { z } from "zod";
import { readSchema } from "../schema/json-schema.ts";
import { readPattern } from "../words/read-pattern.ts";
import { firewallPolicyWith } from "./policy-shape.ts";

/**
 * The configuration of a Firewall node. `firewallPolicy.parse({})` is a freshly placed node: it enforces, with defaults
 * that let ordinary business text pass unchanged.
 */
export const firewallPolicy = firewallPolicyWith({
  patternProblem: (pattern) => readPattern(pattern).problem,
  schemaProblem(text) {
    const read = readSchema(text);
    return read.ok ? undefined : read.problem;
  },
});
export type FirewallPolicy = z.infer<typeof firewallPolicy>;
export type GuardId = keyof FirewallPolicy["guards"];
export type GuardSetting<Id extends GuardId = GuardId> = FirewallPolicy["guards"][Id];
