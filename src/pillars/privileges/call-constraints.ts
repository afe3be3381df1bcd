import type { JsonObject, ToolSpec } from "#engine";
import { roleOf } from "#pillars/autonomy";
import type { GrantConstraint } from "./grants.ts";

/** The narrowest constraints for one call: every argument that decides who, what or how much has to stay as it was decided about. */
export function callConstraints(spec: ToolSpec, args: JsonObject): readonly GrantConstraint[] {
  return Object.entries(args)
    .filter(([argument]) => !["content", "flag"].includes(roleOf(spec.roles, argument)))
    .map(([argument, value]) => ({ argument, kind: "equals", value }));
}
