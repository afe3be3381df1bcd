import { freshId, refuseWire, type EditOperation, type Flow, type NodeRegistry } from "#engine";
import type { WireEnds } from "../drawing/handles.ts";
import { resolveId } from "../drawing/resolve.ts";

export type Connected =
  | { readonly ok: true; readonly operation: Extract<EditOperation, { type: "add-edge" }> }
  | { readonly ok: false; readonly reason: string };

/** What joining two ports does to the flow, or one sentence why they cannot be joined. */
export function connect(flow: Flow, wire: WireEnds, registry: NodeRegistry): Connected {
  const reason = refusal(flow, wire, registry);
  if (reason !== undefined) return { ok: false, reason };
  const id = freshId(flow, `${wire.from.node}-to-${wire.to.node}`.slice(0, 56));
  return { ok: true, operation: { type: "add-edge", edge: { id, ...wire } } };
}

function refusal(flow: Flow, { kind, from, to }: WireEnds, registry: NodeRegistry): string | undefined {
  const source = resolveId(flow, from.node, registry);
  const target = resolveId(flow, to.node, registry);
  if (source === undefined || target === undefined) return "One of these steps is not known here.";
  const misfit = refuseWire(source, from.port, target, to.port, kind);
  if (misfit !== undefined) return misfit;
  const others = flow.edges.filter(
    (edge) => edge.kind === kind && edge.to.node === to.node && edge.to.port === to.port,
  );
  if (others.some((edge) => edge.from.node === from.node && edge.from.port === from.port))
    return `${source.title} and ${target.title} are joined already.`;
  const socket = kind === "attach" ? target.definition.attach[to.port] : undefined;
  if (socket !== undefined && others.length >= socket.max)
    return `${target.title} has its ${socket.title.toLowerCase()} already. Remove the other one first.`;
  if (kind === "data" && leadsTo(flow, to.node, from.node))
    return `This would make a circle: ${target.title} already leads to ${source.title}.`;
  return undefined;
}

function leadsTo(flow: Flow, start: string, end: string): boolean {
  const reached = new Set([start]);
  for (const nodeId of reached)
    for (const edge of flow.edges) if (edge.kind === "data" && edge.from.node === nodeId) reached.add(edge.to.node);
  return reached.has(end);
}
