import type { Template } from "../template.ts";
import { drawing } from "./drawing.ts";
import { closedPolicies, openPolicies } from "./policies.ts";
import { samples } from "./samples.ts";

export const hrPolicies: Template = {
  ...drawing,
  flow: { ...drawing.flow, documents: [...openPolicies, ...closedPolicies], samples },
};
