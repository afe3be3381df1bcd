import type { Finding, Flow, FlowEdge, FlowNode, NodeRegistry } from "#engine";
import type { FlowNode as CanvasNode, FlowWire } from "../canvas/index.ts";
import type { Badges } from "./badge.ts";
import { canvasEnds } from "./handles.ts";
import { nodeView } from "./node-view.ts";
import { outsideWires } from "./outside.ts";
import { suggestionsIn, suggestionViews } from "./suggestions.ts";
import { wireView } from "./wire-view.ts";

export interface Scene {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly badges: Badges;
  readonly dataView: boolean;
}

export interface Picture {
  readonly nodes: readonly CanvasNode[];
  readonly wires: readonly FlowWire[];
}

/** Draws a flow. What looks the same as before is the same object, so only what changed is rendered again. */
export interface Painter {
  paint(scene: Scene): Picture;
}

export function createPainter(registry: NodeRegistry): Painter {
  const nodeCache = keepEqual<CanvasNode>();
  const wireCache = keepEqual<FlowWire>();
  return {
    paint(scene) {
      const { flow, findings, badges } = scene;
      const suggestions = suggestionViews(suggestionsIn(findings), registry);
      const around = surroundings(flow.edges, findings);
      const types = new Map(flow.nodes.map((node) => [node.id, registry.get(node.type)]));
      const outside = scene.dataView ? outsideWires(flow, registry) : new Set<string>();
      const views = flow.nodes.map((node) =>
        nodeView(node, registry, { ...around(node), badge: badges.nodes.get(node.id) }),
      );
      const wires = flow.edges.map((edge) =>
        wireView(edge, {
          from: types.get(edge.from.node),
          to: types.get(edge.to.node),
          run: badges.wires.get(edge.id),
          outside: outside.has(edge.id),
          showsReaders: scene.dataView,
        }),
      );
      return {
        nodes: nodeCache([...views, ...suggestions.nodes]),
        wires: wireCache([...wires, ...suggestions.wires]),
      };
    },
  };
}

/** Everything about a node that is filed elsewhere: its wires and what was found about it. */
function surroundings(edges: readonly FlowEdge[], findings: readonly Finding[]) {
  const counts = new Map<string, Map<string, number>>();
  const count = (node: string, handle: string) => {
    const own = counts.get(node) ?? new Map<string, number>();
    own.set(handle, (own.get(handle) ?? 0) + 1);
    counts.set(node, own);
  };
  for (const edge of edges) {
    const { source, sourceHandle, target, targetHandle } = canvasEnds(edge);
    count(source, sourceHandle);
    count(target, targetHandle);
  }
  const suggested = Map.groupBy(suggestionsIn(findings), ({ node }) => node);
  return ({ id }: FlowNode) => {
    const at = findings.findIndex((finding) => finding.at.node === id);
    const found = findings[at];
    return {
      counts: counts.get(id) ?? new Map<string, number>(),
      finding:
        found === undefined
          ? undefined
          : { label: String(at + 1), severity: found.severity === "error" ? ("stop" as const) : ("ask" as const) },
      suggested: new Set((suggested.get(id) ?? []).map(({ port }) => port)),
    };
  };
}

/** Gives back the object of the last time for everything that is equal to it. */
function keepEqual<T extends { id: string }>(): (parts: readonly T[]) => readonly T[] {
  let before = new Map<string, { readonly text: string; readonly part: T }>();
  return (parts) => {
    const now = new Map<string, { readonly text: string; readonly part: T }>();
    const kept = parts.map((part) => {
      const text = JSON.stringify(part);
      const old = before.get(part.id);
      const entry = old?.text === text ? old : { text, part };
      now.set(part.id, entry);
      return entry.part;
    });
    before = now;
    return kept;
  };
}
