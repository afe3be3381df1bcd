import {
  freshId,
  type DrawnNode,
  type EditOperation,
  type Flow,
  type FlowNode,
  type NodeDefinition,
  type NodeRegistry,
} from "#engine";
import { helperPort, type WireEnds } from "../drawing/handles.ts";
import { resolveId } from "../drawing/resolve.ts";
import { sizeOf } from "../drawing/sizes.ts";
import { connect } from "./connect.ts";
import { freePlace } from "./places.ts";

export interface Added {
  readonly nodeId: string;
  readonly operations: readonly EditOperation[];
}

/** Puts a new step at a place of the canvas. */
export function addNode(
  flow: Flow,
  definition: NodeDefinition,
  position: FlowNode["position"],
  registry: NodeRegistry,
): Added {
  return place(flow, definition, freePlace(flow, definition.type, position, registry), []);
}

/**
 * Puts a new step beside another and joins them where that is possible: a helper on a free socket, else the first output of
 * the one with a fitting input of the other. This is also how a flow is drawn without a pointer.
 */
export function addNodeTo(flow: Flow, hostId: string, definition: NodeDefinition, registry: NodeRegistry): Added {
  const host = resolveId(flow, hostId, registry);
  if (host === undefined) return addNode(flow, definition, { x: 0, y: 0 }, registry);
  const socket = Object.entries(host.definition.attach).find(([, each]) => each.kind === definition.provides);
  if (socket !== undefined) return attachTo(flow, host, socket[0], definition, registry);
  const { x, y } = host.node.position;
  const { width } = sizeOf(host.definition.type, registry);
  const added = place(flow, definition, freePlace(flow, definition.type, { x: x + width + 64, y }, registry), []);
  return join(flow, added, possibleWires(host.node.id, host.definition, added.nodeId, definition), registry);
}

/** Puts a new helper on one socket of a step. */
export function attachTo(
  flow: Flow,
  host: DrawnNode,
  socket: string,
  definition: NodeDefinition,
  registry: NodeRegistry,
): Added {
  const { x, y } = host.node.position;
  const helpers = flow.edges.filter((edge) => edge.kind === "attach" && edge.to.node === host.node.id).length;
  const tools = flow.edges.flatMap((edge) => {
    const helper = edge.kind === "attach" && edge.to.node === host.node.id ? edge.from.node : undefined;
    const drawn = helper === undefined ? undefined : resolveId(flow, helper, registry);
    return drawn?.definition.toolsFor(drawn.config) ?? [];
  });
  const position = freePlace(flow, definition.type, { x: x + 192 * helpers, y: y + 200 }, registry);
  const added = place(flow, definition, position, tools);
  const wire: WireEnds = {
    kind: "attach",
    from: { node: added.nodeId, port: helperPort },
    to: { node: host.node.id, port: socket },
  };
  return join(flow, added, [wire], registry);
}

function place(
  flow: Flow,
  definition: NodeDefinition,
  position: FlowNode["position"],
  tools: Parameters<NodeDefinition["starterConfig"]>[0],
): Added & { readonly node: FlowNode } {
  const nodeId = freshId(flow, definition.type);
  const node: FlowNode = {
    id: nodeId,
    type: definition.type,
    version: definition.version,
    position,
    config: definition.starterConfig(tools),
  };
  return { nodeId, node, operations: [{ type: "add-node", node }] };
}

function possibleWires(
  hostId: string,
  host: NodeDefinition,
  addedId: string,
  added: NodeDefinition,
): readonly WireEnds[] {
  return Object.keys(host.outputs).flatMap((output) =>
    Object.keys(added.inputs).map((input) => ({
      kind: "data" as const,
      from: { node: hostId, port: output },
      to: { node: addedId, port: input },
    })),
  );
}

/** Adds the first of the wires that fits. */
function join(
  flow: Flow,
  added: Added & { readonly node: FlowNode },
  wires: readonly WireEnds[],
  registry: NodeRegistry,
): Added {
  const withNode: Flow = { ...flow, nodes: [...flow.nodes, added.node] };
  for (const wire of wires) {
    const connected = connect(withNode, wire, registry);
    if (connected.ok) return { nodeId: added.nodeId, operations: [...added.operations, connected.operation] };
  }
  return { nodeId: added.nodeId, operations: added.operations };
}
