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
      return withAndWithout.some((unknown) => engine.couldAllow(policySet.handle, head, unknown));
    } catch {
      return false;
    }
  });
}

/** An attribute that is unknown still counts as present, so calls without an amount or a listed value are cases of their own. */
const withAndWithout: readonly (readonly string[])[] = [
  [],
  ["amount", "currency"],
  ["choice"],
  ["amount", "currency", "choice"],
].map((absent) => callAttributes.filter((name) => !absent.includes(name)));
