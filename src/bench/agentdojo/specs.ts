import { type ToolEffect, type ToolSpec } from "#engine";
import { type ForeignTool, inferTool } from "#pillars/privileges";
import type { RolesFile, Suite } from "./suite.ts";

/** The suite's tools as those of a foreign system, with the roles that the file says of them, or as they are inferred. */
export function specsOf({ tools }: Suite, roles: RolesFile | undefined): readonly ToolSpec[] {
  return tools.map(({ name, description, parameters }) => ({
    name,
    title: name.replaceAll("_", " "),
    description,
    inputSchema: { ...parameters, additionalProperties: false },
    sentence: name.replaceAll("_", " "),
    resultOrigins: {},
    infersOrigins: true,
    ...(annotated(name, roles) ?? inferred({ name, description, inputSchema: parameters })),
  }));
}

/** What a spec takes of what was inferred: without the reasons. */
export function inferred(tool: ForeignTool): Pick<ToolSpec, "effect" | "roles"> {
  const { effect, roles } = inferTool(tool);
  return { effect, roles };
}

function annotated(name: string, roles: RolesFile | undefined): Pick<ToolSpec, "effect" | "roles"> | undefined {
  const known = roles?.[name];
  return known === undefined ? undefined : { effect: effectOf(known.effect), roles: known.arguments };
}

function effectOf(effect: ToolEffect | "fetch"): ToolEffect {
  return effect === "fetch" ? "read" : effect;
}
