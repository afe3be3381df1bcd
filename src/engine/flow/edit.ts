import type { JsonObject } from "../value/json.ts";
import type { Flow, FlowEdge, FlowNode } from "./flow.ts";

/** One change to a drawing, as data: what undo, repairs and importers speak. */
export type EditOperation =
  | { readonly type: "add-node"; readonly node: FlowNode }
  | { readonly type: "remove-node"; readonly nodeId: string }
  | { readonly type: "move-node"; readonly nodeId: string; readonly position: FlowNode["position"] }
  | { readonly type: "set-config"; readonly nodeId: string; readonly config: JsonObject }
  | {
      readonly type: "set-node";
      readonly nodeId: string;
      readonly change: Partial<Pick<FlowNode, "title" | "disabled" | "retries" | "timeoutSeconds">>;
    }
  | { readonly type: "add-edge"; readonly edge: FlowEdge }
  | { readonly type: "remove-edge"; readonly edgeId: string }
  | { readonly type: "rename"; readonly title: string };

/** Applies the operations in order. An operation that names what is not there changes nothing. */
export function applyEdits(flow: Flow, operations: readonly EditOperation[]): Flow {
  return operations.reduce(applyEdit, flow);
}

function applyEdit(flow: Flow, operation: EditOperation): Flow {
  switch (operation.type) {
    case "add-node":
      return { ...flow, nodes: [...flow.nodes, operation.node] };
    case "remove-node":
      return {
        ...flow,
        nodes: flow.nodes.filter((node) => node.id !== operation.nodeId),
        edges: flow.edges.filter((edge) => edge.from.node !== operation.nodeId && edge.to.node !== operation.nodeId),
      };
    case "move-node":
      return mapNode(flow, operation.nodeId, (node) => ({ ...node, position: operation.position }));
    case "set-config":
      return mapNode(flow, operation.nodeId, (node) => ({ ...node, config: operation.config }));
    case "set-node":
      return mapNode(flow, operation.nodeId, (node) => ({ ...node, ...operation.change }));
    case "add-edge":
      return { ...flow, edges: [...flow.edges, operation.edge] };
    case "remove-edge":
      return { ...flow, edges: flow.edges.filter((edge) => edge.id !== operation.edgeId) };
    case "rename":
      return { ...flow, title: operation.title };
  }
}

function mapNode(flow: Flow, nodeId: string, change: (node: FlowNode) => FlowNode): Flow {
  return { ...flow, nodes: flow.nodes.map((node) => (node.id === nodeId ? change(node) : node)) };
}

/** An id that the flow does not use yet: `firewall`, `firewall-2`, ... */
export function freshId(flow: Flow, wanted: string): string {
  const used = new Set([...flow.nodes, ...flow.edges].map((part) => part.id));
  if (!used.has(wanted)) return wanted;
  let at = 2;
  while (used.has(`${wanted}-${at}`)) at += 1;
  return `${wanted}-${at}`;
}
