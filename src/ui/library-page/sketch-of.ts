import type { Flow, FlowNode } from "#engine";
import { registry } from "#nodes";
import type { GuardKind, NodeGroup } from "#ui/kit";
import type { FlowSketch } from "../library/index.ts";

const shapes: Readonly<Record<string, GuardKind>> = {
  firewall: "firewall",
  permission: "permission",
  limits: "limits",
  "approval-gate": "approval",
};

/** Widths of cards on the canvas, in its pixels. */
const widths = { guard: 96, tool: 176, plain: 208, sockets: 368 };

/** The drawing of a flow, small: where its steps stand, what hangs on what. Notes are left out. */
export function sketchOf(flow: Flow): FlowSketch {
  const drawn = flow.nodes.flatMap((node) => sketchNode(node) ?? []);
  const groups = new Map(drawn.map(({ id, group }) => [id, group]));
  const wires = flow.edges.flatMap((edge): FlowSketch["wires"] => {
    const helper = groups.get(edge.from.node);
    if (helper === undefined || !groups.has(edge.to.node)) return [];
    if (edge.kind === "data") return [{ from: edge.from.node, to: edge.to.node, kind: "data" }];
    // A helper hangs below the step it helps, so the line starts at the step.
    return [{ from: edge.to.node, to: edge.from.node, kind: helper === "guard" ? "guard" : "tool" }];
  });
  return { nodes: drawn, wires };
}

function sketchNode({ id, type, position }: FlowNode): FlowSketch["nodes"][number] | undefined {
  const definition = registry.get(type);
  const group: NodeGroup | "note" = definition?.group ?? "logic";
  if (group === "note") return undefined;
  const place = { id, x: position.x, y: position.y, group };
  const guard = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (guard !== undefined) return { ...place, width: widths.guard, guard };
  if (definition?.provides === "tool") return { ...place, width: widths.tool };
  const isWide = Object.keys(definition?.attach ?? {}).length > 2;
  return { ...place, width: isWide ? widths.sockets : widths.plain };
}
