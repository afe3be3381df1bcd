import type { Flow, FlowNode } from "#engine";

/** The canvas snaps to this many pixels. */
export const gridSize = 8;
const apart = { x: 208, y: 96 };

/** The nearest place at or below the wanted one, on the grid, where no node lies yet. */
export function freePlace(flow: Flow, wanted: FlowNode["position"]): FlowNode["position"] {
  let { x, y } = snap(wanted);
  const isTaken = () =>
    flow.nodes.some(({ position }) => Math.abs(position.x - x) < apart.x && Math.abs(position.y - y) < apart.y);
  for (let tries = 0; tries < flow.nodes.length && isTaken(); tries += 1) y += apart.y;
  return { x, y };
}

export function snap({ x, y }: FlowNode["position"]): FlowNode["position"] {
  return { x: Math.round(x / gridSize) * gridSize, y: Math.round(y / gridSize) * gridSize };
}
