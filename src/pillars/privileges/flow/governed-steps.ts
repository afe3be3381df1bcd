import { draw, type Drawing, type DrawnNode, type Flow, type NodeRegistry, type ToolSpec } from "#engine";
import { approvalConfig, type ApprovalConfig } from "#pillars/autonomy";
import { type CedarPolicies, rulesToCedar } from "../cedar-text.ts";
import { permissionConfig, type PermissionConfig, type Rule } from "../rule.ts";

/** A step that may use tools, with every permission that binds it: its own and those on its tools. */
export interface GovernedStep {
  readonly id: string;
  readonly title: string;
  readonly tools: readonly GovernedTool[];
  readonly permissions: readonly BindingPermission[];
}

export interface GovernedTool {
  readonly spec: ToolSpec;
  /** The node that offers it. */
  readonly nodeId: string;
  /** The gates on it, which ask whatever the rules say. */
  readonly gates: readonly ApprovalConfig[];
}

export interface BindingPermission {
  readonly nodeId: string;
  readonly title: string;
  readonly config: PermissionConfig;
}

/** The steps of a drawing that have tools, in its order. What cannot be read binds nothing here; verify says so. */
export function governedSteps(flow: Flow, registry: NodeRegistry): readonly GovernedStep[] {
  const drawing = draw(flow, registry);
  return [...drawing.nodes.values()].flatMap((step) => {
    const tools = helpers(drawing, step, "tool").slice(0, mostTools);
    if (tools.length === 0) return [];
    const binding = [step, ...tools].flatMap((each) => helpers(drawing, each, "permission"));
    return [
      {
        id: step.node.id,
        title: step.title,
        tools: tools.flatMap((tool) => toolsOf(tool, drawing)),
        permissions: [...new Set(binding)].flatMap(readPermission),
      },
    ];
  });
}

/** As many as a step may carry (verify). */
const mostTools = 64;

function helpers(drawing: Drawing, { node }: DrawnNode, kind: string): readonly DrawnNode[] {
  return drawing.helpersOf(node.id).filter(({ definition }) => definition.provides === kind);
}

function toolsOf(tool: DrawnNode, drawing: Drawing): readonly GovernedTool[] {
  const gates = helpers(drawing, tool, "approval").flatMap(({ config }) => approvalConfig.safeParse(config).data ?? []);
  return tool.definition.toolsFor(tool.config).map((spec) => ({ spec, nodeId: tool.node.id, gates }));
}

function readPermission({ node, title, config }: DrawnNode): readonly BindingPermission[] {
  const read = permissionConfig.safeParse(config);
  return read.success ? [{ nodeId: node.id, title, config: read.data }] : [];
}

export function rulesOfStep({ permissions }: GovernedStep): readonly Rule[] {
  return permissions.flatMap(({ config }) => config.rules);
}

/** Where rules disagree what the amount or the choice is, none can be read, and a repair of one could bring the others into force. */
export function readAlike(rules: readonly Rule[]): boolean {
  const amounts = rules.flatMap(({ amount }) => (amount ? [`${amount.argument} ${amount.currency}`] : []));
  const choices = rules.flatMap(({ only }) => only?.argument ?? []);
  return new Set(amounts).size < 2 && new Set(choices).size < 2;
}

/** The rules of one step about the tools that it has, as Cedar; `sourceOf` names the rules of a permission. */
export function stepPolicies(
  step: GovernedStep,
  sourceOf: (permission: BindingPermission) => string = ({ nodeId }) => nodeId,
): CedarPolicies {
  const tools = step.tools.map(({ spec }) => spec);
  const parts = step.permissions.map((permission) =>
    rulesToCedar(permission.config, { source: sourceOf(permission), agentId: step.id, tools }),
  );
  const policies = parts.map((part) => part.policies).filter((text) => text !== "");
  return { policies: policies.join("\n\n"), schema: rulesToCedar({ rules: [] }, { source: "", tools }).schema };
}
