import { migratedConfig, type DrawnNode, type Flow, type FlowNode, type NodeRegistry } from "#engine";

/** A node with its definition, whether or not it is turned off; undefined when this Gatehouse does not know it. */
export function resolve(node: FlowNode, registry: NodeRegistry): DrawnNode | undefined {
  const definition = registry.get(node.type);
  const config = definition && migratedConfig(node, definition);
  if (definition === undefined || config === undefined) return undefined;
  return { node, definition, config, title: node.title ?? definition.title };
}

export function resolveId(flow: Flow, nodeId: string, registry: NodeRegistry): DrawnNode | undefined {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  return node && resolve(node, registry);
}

export function titleIn(flow: Flow, nodeId: string, registry: NodeRegistry): string {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  return node?.title ?? registry.get(node?.type ?? "")?.title ?? nodeId;
}
