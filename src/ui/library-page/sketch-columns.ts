import type { Flow, FlowNode } from "#engine";
import { drawnRegistry as registry } from "#nodes";

const mostColumns = 5;

/** The steps of the main path by how far they are from its start; within a column from top to bottom. */
export function columnsOf(flow: Flow, stands: (id: string) => boolean): readonly (readonly FlowNode[])[] {
  const distance = distances(flow, stands);
  const columns: FlowNode[][] = [];
  for (const node of flow.nodes.toSorted((a, b) => a.position.y - b.position.y)) {
    const at = distance.get(node.id);
    if (at !== undefined && at < mostColumns) (columns[at] ??= []).push(node);
  }
  return columns.map((column) => column ?? []).filter(({ length }) => length > 0);
}

/** Longest way from a step that begins a turn, over wires that are taken when all goes well. */
function distances(flow: Flow, stands: (id: string) => boolean): ReadonlyMap<string, number> {
  const starts = flow.nodes.filter(({ type }) => registry.get(type)?.trigger !== undefined);
  const distance = new Map(starts.map(({ id }) => [id, 0]));
  const wires = flow.edges.filter(
    ({ kind, from, to }) => kind === "data" && from.port !== "error" && stands(from.node) && stands(to.node),
  );
  // As many rounds as there are steps, so that a drawing with a circle ends too.
  for (let round = 0; round < flow.nodes.length; round += 1) {
    let changed = false;
    for (const { from, to } of wires) {
      const next = (distance.get(from.node) ?? Number.NaN) + 1;
      if (next < flow.nodes.length && !(next <= (distance.get(to.node) ?? -1))) {
        distance.set(to.node, next);
        changed = true;
      }
    }
    if (!changed) break;
  }
  return distance;
}
