import { flowEdge, flowNode, freshId, type EditOperation, type Flow, type FlowEdge, type FlowNode } from "#engine";
import { z } from "zod";
import { gridSize } from "./places.ts";

/** A piece of a flow on its way between two places, as it lies on the clipboard: foreign until it is checked. */
const fragment = z.strictObject({
  gatehouse: z.literal("fragment"),
  nodes: z.array(flowNode).min(1).max(500),
  edges: z.array(flowEdge).max(2_000),
});
export type Fragment = z.infer<typeof fragment>;

/** The chosen nodes with the wires between them; undefined when no node is chosen. */
export function fragmentOf(flow: Flow, ids: readonly string[]): Fragment | undefined {
  const chosen = new Set(ids);
  const nodes = flow.nodes.filter(({ id }) => chosen.has(id));
  const edges = flow.edges.filter(({ from, to }) => chosen.has(from.node) && chosen.has(to.node));
  return nodes.length === 0 ? undefined : { gatehouse: "fragment", nodes, edges };
}

/** Reads what lies on the clipboard; undefined when it is something else. */
export function readFragment(text: string): Fragment | undefined {
  try {
    return fragment.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Puts a copy beside the original, under new ids. */
export function paste(flow: Flow, { nodes, edges }: Fragment): { operations: readonly EditOperation[]; ids: string[] } {
  const offset = gridSize * 4;
  const fresh = new Map<string, string>();
  let grown: Flow = flow;
  const operations: EditOperation[] = [];
  for (const node of nodes) {
    const id = freshId(grown, node.id.replace(/-\d+$/u, ""));
    const position = { x: node.position.x + offset, y: node.position.y + offset };
    const copy: FlowNode = { ...node, id, position };
    fresh.set(node.id, id);
    grown = { ...grown, nodes: [...grown.nodes, copy] };
    operations.push({ type: "add-node", node: copy });
  }
  for (const edge of edges) {
    const from = fresh.get(edge.from.node);
    const to = fresh.get(edge.to.node);
    if (from === undefined || to === undefined) continue;
    const copy: FlowEdge = {
      ...edge,
      id: freshId(grown, `${from}-to-${to}`.slice(0, 56)),
      from: { ...edge.from, node: from },
      to: { ...edge.to, node: to },
    };
    grown = { ...grown, edges: [...grown.edges, copy] };
    operations.push({ type: "add-edge", edge: copy });
  }
  return { operations, ids: [...fresh.values()] };
}

/** Takes away the chosen nodes and wires. */
export function remove(flow: Flow, ids: readonly string[]): readonly EditOperation[] {
  const chosen = new Set(ids);
  return [
    ...flow.edges.filter(({ id }) => chosen.has(id)).map(({ id }) => ({ type: "remove-edge", edgeId: id }) as const),
    ...flow.nodes.filter(({ id }) => chosen.has(id)).map(({ id }) => ({ type: "remove-node", nodeId: id }) as const),
  ];
}

/** Moves the chosen nodes by so many pixels. */
export function nudge(flow: Flow, ids: readonly string[], dx: number, dy: number): readonly EditOperation[] {
  const chosen = new Set(ids);
  return flow.nodes
    .filter(({ id }) => chosen.has(id))
    .map(({ id, position }) => ({
      type: "move-node",
      nodeId: id,
      position: { x: position.x + dx, y: position.y + dy },
    }));
}

/** The moves that bring the flow to where the nodes are drawn; those that did not move are left out. */
export function moves(
  flow: Flow,
  drawn: readonly { readonly id: string; readonly position: FlowNode["position"] }[],
): readonly EditOperation[] {
  const filed = new Map(flow.nodes.map(({ id, position }) => [id, position]));
  return drawn.flatMap(({ id, position }) => {
    const before = filed.get(id);
    if (before === undefined || (before.x === position.x && before.y === position.y)) return [];
    return [{ type: "move-node", nodeId: id, position } as const];
  });
}
