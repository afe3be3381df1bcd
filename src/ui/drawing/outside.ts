import type { Flow, NodeRegistry } from "#engine";
import { resolve } from "./resolve.ts";

/**
 * The wires through which text from outside can flow: a tool whose answers hold words of others puts them into its step, and
 * from there they go wherever wires lead. Attachments carry no text by themselves.
 */
export function outsideWires(flow: Flow, registry: NodeRegistry): ReadonlySet<string> {
  const readers = new Set<string>();
  for (const node of flow.nodes) {
    const drawn = resolve(node, registry);
    if (drawn?.definition.provides !== "tool" || node.disabled) continue;
    const specs = drawn.definition.toolsFor(drawn.config);
    const isForeign = specs.some(({ resultOrigins }) =>
      Object.values(resultOrigins ?? {}).some((origin) => origin === "outside"),
    );
    if (!isForeign) continue;
    for (const edge of flow.edges) if (edge.kind === "attach" && edge.from.node === node.id) readers.add(edge.to.node);
  }
  return reachedWires(flow, readers);
}

function reachedWires(flow: Flow, start: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set(start);
  const wires = new Set<string>();
  for (const nodeId of reached) {
    for (const edge of flow.edges) {
      if (edge.kind !== "data" || edge.from.node !== nodeId) continue;
      wires.add(edge.id);
      reached.add(edge.to.node);
    }
  }
  return wires;
}
