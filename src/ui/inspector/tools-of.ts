import type { DrawnNode, Flow, NodeRegistry, ToolSpec } from "#engine";
import type { Attached } from "#nodes/code/panel";
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

/** What hangs on a step: the tools that it may use, and the title of the permission that rules them. */
export function attachedTo(flow: Flow, nodeId: string, registry: NodeRegistry): Attached {
  const nodes = flow.edges
    .filter(({ kind, to }) => kind === "attach" && to.node === nodeId)
    .flatMap(({ from }) => resolveId(flow, from.node, registry) ?? []);
  const rules = nodes.find(({ definition }) => definition.provides === "permission")?.title;
  const tools = nodes.flatMap(({ definition, config }) =>
    definition.provides === "tool" ? definition.toolsFor(config) : [],
  );
  return { tools, ...(rules !== undefined && { rules }) };
}
