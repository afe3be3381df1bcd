import type { DrawnNode, Flow, NodeRegistry, ToolSpec } from "#engine";
import type { Attached, ToolReach } from "#nodes/code/panel";
import { approvalConfig } from "#pillars/autonomy";
import { permissionConfig, type Rule } from "#pillars/privileges";
import { resolveId } from "../drawing/resolve.ts";

export interface GovernedTool {
  readonly spec: ToolSpec;
  /** The node that gives it. */
  readonly node: DrawnNode;
}

/** The tools that a guard speaks about: those of the step it hangs on, or the tool itself. */
export function governedTools(flow: Flow, permissionId: string, registry: NodeRegistry): readonly GovernedTool[] {
  const hanging = flow.edges.filter(({ kind }) => kind === "attach");
  const hosts = hanging.filter(({ from }) => from.node === permissionId).map(({ to }) => to.node);
  const nodes = hosts.flatMap((host) => [
    host,
    ...hanging.filter(({ to }) => to.node === host).map(({ from }) => from.node),
  ]);
  return nodes.flatMap((id) => {
    const node = resolveId(flow, id, registry);
    return node?.definition.provides === "tool"
      ? node.definition.toolsFor(node.config).map((spec) => ({ spec, node }))
      : [];
  });
}

/** The step that a helper hangs on; the first where there are several. */
export function hostOf(flow: Flow, helperId: string): string | undefined {
  return flow.edges.find(({ kind, from }) => kind === "attach" && from.node === helperId)?.to.node;
}

/** The title of the step that a permission hangs on, as its sentences name it. */
export function subjectOf(flow: Flow, permissionId: string, registry: NodeRegistry): string | undefined {
  const host = hostOf(flow, permissionId);
  return host === undefined ? undefined : resolveId(flow, host, registry)?.title;
}

/** What hangs on a step: the tools that it may use, how far their rules let it, and the title of the permission that rules them. */
export function attachedTo(flow: Flow, nodeId: string, registry: NodeRegistry): Attached {
  const nodes = helpersOf(flow, nodeId, registry);
  const shared = nodes.flatMap(rulesOf);
  const reach = new Map<string, ToolReach>();
  const tools = nodes.flatMap(({ node, definition, config }) => {
    if (definition.provides !== "tool") return [];
    const own = helpersOf(flow, node.id, registry);
    const isGated = hasGate(flow, node.id, registry);
    const specs = definition.toolsFor(config);
    for (const { name } of specs) {
      const rules = [...shared, ...own.flatMap(rulesOf)].filter(({ tool }) => tool === name);
      reach.set(name, reachOf(rules, isGated));
    }
    return specs;
  });
  const rules = nodes.find(({ definition }) => definition.provides === "permission")?.title;
  return { tools, reach, ...(rules !== undefined && { rules }) };
}

/** What the step that a tool hangs on has beside this tool. */
export function besides(flow: Flow, toolId: string, registry: NodeRegistry): Attached {
  const host = hostOf(flow, toolId);
  if (host === undefined) return { tools: [], reach: new Map() };
  const tool = resolveId(flow, toolId, registry);
  const own = new Set(tool?.definition.toolsFor(tool.config).map(({ name }) => name));
  const all = attachedTo(flow, host, registry);
  return { ...all, tools: all.tools.filter(({ name }) => !own.has(name)) };
}

/** Whether a person decides on every call of a tool. */
export function hasGate(flow: Flow, toolId: string, registry: NodeRegistry): boolean {
  return helpersOf(flow, toolId, registry).some(
    ({ definition, config }) =>
      definition.provides === "approval" && approvalConfig.safeParse(config).data?.when.kind === "always",
  );
}

function helpersOf(flow: Flow, nodeId: string, registry: NodeRegistry): readonly DrawnNode[] {
  return flow.edges
    .filter(({ kind, to }) => kind === "attach" && to.node === nodeId)
    .flatMap(({ from }) => resolveId(flow, from.node, registry) ?? []);
}

function rulesOf({ definition, config }: DrawnNode): readonly Rule[] {
  const parsed = definition.provides === "permission" ? permissionConfig.safeParse(config) : undefined;
  return parsed?.success === true ? parsed.data.rules : [];
}

/** A rule that forbids wins over those that allow; an amount of nothing alone is a person's to decide. */
function reachOf(rules: readonly Rule[], isGated: boolean): ToolReach {
  if (rules.length === 0 || rules.some(({ allow, roles }) => allow === "never" && roles.length === 0)) return "never";
  const isAlone = rules.some(({ allow, amount }) => allow === "alone" && amount?.aloneUpTo !== 0);
  if (isAlone && !isGated) return "alone";
  return rules.some(({ allow }) => allow !== "never") ? "asked" : "never";
}
