import type { EditOperation, Flow } from "#engine";

export type Edge = "left" | "top";

/** Puts the chosen nodes on one line: the leftmost, or the topmost. */
export function align(flow: Flow, ids: readonly string[], edge: Edge): readonly EditOperation[] {
  const chosen = new Set(ids);
  const nodes = flow.nodes.filter(({ id }) => chosen.has(id));
  const axis = edge === "left" ? "x" : "y";
  const line = Math.min(...nodes.map(({ position }) => position[axis]));
  return nodes.map(({ id, position }) => ({
    type: "move-node",
    nodeId: id,
    position: { ...position, [axis]: line },
  }));
}
