import { graphlib, layout } from "@dagrejs/dagre";
import type { EditOperation, Flow, FlowNode, NodeRegistry } from "#engine";
import { sizeOf } from "../drawing/sizes.ts";
import { snap } from "./places.ts";

interface Block {
  readonly width: number;
  readonly height: number;
  /** Where each node of the block stands, from its top left corner. */
  readonly places: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

const gap = 24;
const belowStep = 112;

/** Puts steps in columns from left to right, and what hangs on a step in a row below it. */
export function layOut(flow: Flow, registry: NodeRegistry): readonly EditOperation[] {
  const helpers = helpersByHost(flow);
  const hosted = new Set([...helpers.values()].flat());
  const blocks = new Map(
    flow.nodes.filter(({ id }) => !hosted.has(id)).map((node) => [node.id, blockOf(node, flow, helpers, registry)]),
  );
  const owner = new Map([...blocks].flatMap(([id, { places }]) => places.map((place) => [place.id, id] as const)));
  const graph = new graphlib.Graph().setGraph({ rankdir: "LR", nodesep: 48, ranksep: 64, align: "UL" });
  for (const [id, { width, height }] of blocks) graph.setNode(id, { width, height });
  for (const { kind, from, to } of flow.edges) {
    const source = owner.get(from.node);
    const target = owner.get(to.node);
    if (kind === "data" && source !== undefined && target !== undefined && source !== target)
      graph.setEdge(source, target, {});
  }
  layout(graph);
  return [...blocks].flatMap(([id, { width, height, places }]) => {
    const centre = graph.node(id);
    const corner = { x: (centre.x ?? 0) - width / 2, y: (centre.y ?? 0) - height / 2 };
    return places.map((place) => ({
      type: "move-node" as const,
      nodeId: place.id,
      position: snap({ x: corner.x + place.x, y: corner.y + place.y }),
    }));
  });
}

/** Each helper stands below the first step it hangs on. */
function helpersByHost(flow: Flow): ReadonlyMap<string, readonly string[]> {
  const hosts = new Map<string, string>();
  for (const edge of flow.edges)
    if (edge.kind === "attach" && !hosts.has(edge.from.node)) hosts.set(edge.from.node, edge.to.node);
  const byHost = new Map<string, string[]>();
  for (const [helper, host] of hosts) byHost.set(host, [...(byHost.get(host) ?? []), helper]);
  return byHost;
}

function blockOf(
  node: FlowNode,
  flow: Flow,
  helpers: ReadonlyMap<string, readonly string[]>,
  registry: NodeRegistry,
  above: readonly string[] = [],
): Block {
  const own = sizeOf(node.type, registry);
  const below = (helpers.get(node.id) ?? []).flatMap((id) => {
    const helper = flow.nodes.find((each) => each.id === id);
    // Helpers that hang on each other in a circle are not drawn below one another for ever.
    if (helper === undefined || above.includes(id)) return [];
    return [blockOf(helper, flow, helpers, registry, [...above, node.id])];
  });
  const rowWidth = below.reduce((total, { width }) => total + width + gap, below.length > 0 ? -gap : 0);
  const width = Math.max(own.width, rowWidth);
  const places = [{ id: node.id, x: (width - own.width) / 2, y: 0 }];
  let x = (width - rowWidth) / 2;
  for (const block of below) {
    for (const place of block.places)
      places.push({ id: place.id, x: x + place.x, y: own.height + belowStep + place.y });
    x += block.width + gap;
  }
  const deepest = Math.max(0, ...below.map(({ height }) => height));
  return { width, height: own.height + (deepest > 0 ? belowStep + deepest : 0), places };
}
