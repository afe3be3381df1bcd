import type { Flow, FlowEdge, FlowNode } from "../flow/flow.ts";
import type { NodeDefinition } from "../node/define-node.ts";
import { migratedConfig, type NodeRegistry } from "../node/registry.ts";
import type { JsonObject } from "../value/json.ts";

/** A node together with its definition and its settings at the current version. */
export interface DrawnNode {
  readonly node: FlowNode;
  readonly definition: NodeDefinition;
  readonly config: JsonObject;
  readonly title: string;
}

/** The flow with look-ups by id; what cannot be resolved is left out (verify reports it separately). */
export interface Drawing {
  readonly flow: Flow;
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly dataInto: (nodeId: string, port?: string) => readonly FlowEdge[];
  readonly dataFrom: (nodeId: string, port?: string) => readonly FlowEdge[];
  readonly helpersOf: (nodeId: string, socket?: string) => readonly DrawnNode[];
  readonly hostsOf: (helperId: string) => readonly DrawnNode[];
}

export function draw(flow: Flow, registry: NodeRegistry): Drawing {
  const nodes = new Map<string, DrawnNode>();
  for (const node of flow.nodes) {
    const definition = registry.get(node.type);
    const config = definition === undefined ? undefined : migratedConfig(node, definition);
    if (definition === undefined || config === undefined || node.disabled === true) continue;
    nodes.set(node.id, { node, definition, config, title: node.title ?? definition.title });
  }
  const live = flow.edges.filter((edge) => nodes.has(edge.from.node) && nodes.has(edge.to.node));
  const into = group(live, (edge) => edge.to.node);
  const from = group(live, (edge) => edge.from.node);
  const pick = (edges: readonly FlowEdge[] | undefined, kind: FlowEdge["kind"], matches: (edge: FlowEdge) => boolean) =>
    (edges ?? []).filter((edge) => edge.kind === kind && matches(edge));
  const resolve = (ids: readonly string[]) => ids.flatMap((id) => nodes.get(id) ?? []);
  return {
    flow,
    nodes,
    dataInto: (id, port) => pick(into.get(id), "data", (edge) => port === undefined || edge.to.port === port),
    dataFrom: (id, port) => pick(from.get(id), "data", (edge) => port === undefined || edge.from.port === port),
    helpersOf: (id, socket) =>
      resolve(
        pick(into.get(id), "attach", (edge) => socket === undefined || edge.to.port === socket).map(
          (edge) => edge.from.node,
        ),
      ),
    hostsOf: (id) => resolve(pick(from.get(id), "attach", () => true).map((edge) => edge.to.node)),
  };
}

function group(edges: readonly FlowEdge[], by: (edge: FlowEdge) => string): ReadonlyMap<string, readonly FlowEdge[]> {
  const groups = new Map<string, FlowEdge[]>();
  for (const edge of edges) groups.set(by(edge), [...(groups.get(by(edge)) ?? []), edge]);
  return groups;
}
