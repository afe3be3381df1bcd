import type { Flow, FlowNode, NodeRegistry } from "#engine";
import { sizeOf } from "../drawing/sizes.ts";

type Position = FlowNode["position"];

/** The canvas snaps to this many pixels. */
export const gridSize = 8;
const apart = 24;

/** The nearest place at or below the wanted one, on the grid, where a node of this type lies on no other. */
export function freePlace(flow: Flow, type: string, wanted: Position, registry: NodeRegistry): Position {
  const own = sizeOf(type, registry);
  const others = flow.nodes.map(({ type: other, position }) => ({ ...position, ...sizeOf(other, registry) }));
  const { x, y: start } = snap(wanted);
  let y = start;
  // Each round passes at least one of the others, so there are no more rounds than others.
  for (let round = 0; round < others.length; round += 1) {
    const hit = others.find(
      (each) =>
        x < each.x + each.width + apart &&
        each.x < x + own.width + apart &&
        y < each.y + each.height + apart &&
        each.y < y + own.height + apart,
    );
    if (hit === undefined) break;
    y = Math.ceil((hit.y + hit.height + apart) / gridSize) * gridSize;
  }
  return { x, y };
}

export function snap({ x, y }: Position): Position {
  return { x: Math.round(x / gridSize) * gridSize, y: Math.round(y / gridSize) * gridSize };
}
