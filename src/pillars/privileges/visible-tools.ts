import type { Speaker, ToolSpec } from "#engine";
import { callAttributes } from "./cedar-schema.ts";
import { cedarRequest, type PolicySet } from "./decide.ts";
import type { PolicyEngine } from "./policy-engine.ts";

/**
 * The tools that some call of this agent, for this speaker, could use, alone or approved. The others are hidden from the model. A tool
 * whose rules cannot be checked is hidden.
 */
export function visibleTools(
  engine: PolicyEngine,
  policySet: PolicySet,
  tools: readonly ToolSpec[],
  who: { readonly agentId?: string; readonly speaker: Speaker },
): readonly ToolSpec[] {
  return tools.filter((spec) => {
    const { agentId } = who;
    const request = { tool: spec.name, ...(agentId === undefined ? {} : { agentId }) };
    const head = cedarRequest(request, { role: who.speaker.role, effect: spec.effect });
    try {
      return withAndWithoutAmount.some((unknown) => engine.couldAllow(policySet.handle, head, unknown));
    } catch {
      return false;
    }
  });
}

/** An attribute that is unknown still counts as present, so calls that carry no amount are a case of their own. */
const withAndWithoutAmount: readonly (readonly string[])[] = [
  callAttributes,
  callAttributes.filter((name) => name !== "amount" && name !== "currency"),
];
