import type { Flow, FlowNode, NodeDefinition } from "#engine";
import { drawnRegistry as registry } from "#nodes";
import type { GuardKind } from "#ui/kit";
import type { FlowSketch } from "../library/index.ts";
import { columnsOf } from "./sketch-columns.ts";

type SketchNode = FlowSketch["nodes"][number];

const shapes: Readonly<Record<string, GuardKind>> = {
  firewall: "firewall",
  permission: "permission",
  limits: "limits",
  "approval-gate": "approval",
};

/** Room of a miniature, in its pixels, and how many canvas pixels one of them stands for. */
const room = { width: 240, row: 32, gap: 16, step: 68, helper: 33, guard: 27, key: 36, canvas: 1 / 0.27 } as const;
const mostTools = 3;

/**
 * The gist of a flow: its main path from left to right, and below it what hangs on its steps. Fallbacks and notes are left
 * out, and of many tools the first three are drawn, so that a large flow still reads at a glance.
 */
export function sketchOf(flow: Flow): FlowSketch {
  const helpers = helpersOf(flow);
  const columns = columnsOf(flow, (id) => helpers.every((helper) => helper.node.id !== id));
  const rows = Math.min(helpers.length > 0 ? 2 : 3, Math.max(1, ...columns.map(({ length }) => length)));
  const steps = placeSteps(columns, rows);
  const drawn = new Set(steps.map(({ id }) => id));
  const hung = helpers.filter(({ hostId }) => drawn.has(hostId));
  const nodes = [...steps, ...placeHelpers(hung, steps, rows)];
  const between = flow.edges.filter(
    ({ kind, from, to }) => kind === "data" && drawn.has(from.node) && drawn.has(to.node),
  );
  const wires = [
    ...between.map(({ from, to }) => ({ from: from.node, to: to.node, kind: "data" as const })),
    ...hung.map(({ node, hostId, guard }) => ({ from: hostId, to: node.id, kind: guard ? "guard" : "tool" }) as const),
  ];
  return { nodes, wires };
}

interface Helper {
  readonly node: FlowNode;
  readonly definition: NodeDefinition;
  /** The step that it hangs on in the end: an approval gate on a tool of an agent hangs on the agent. */
  readonly hostId: string;
  readonly guard: GuardKind | undefined;
}

function helpersOf(flow: Flow): readonly Helper[] {
  const hosts = new Map(flow.edges.flatMap(({ kind, from, to }) => (kind === "attach" ? [[from.node, to.node]] : [])));
  const found = flow.nodes.flatMap((node): Helper[] => {
    const definition = registry.get(node.type);
    let hostId = hosts.get(node.id);
    if (hostId === undefined || definition === undefined) return [];
    // As deep as a tool's own guard; a drawing that goes in circles ends here too.
    const above = hosts.get(hostId);
    if (above !== undefined) hostId = above;
    return [{ node, definition, hostId, guard: Object.hasOwn(shapes, node.type) ? shapes[node.type] : undefined }];
  });
  const tools = found.filter(({ definition }) => definition.provides === "tool").slice(0, mostTools);
  const guards = found.filter(({ guard }) => guard !== undefined);
  const others = found.filter(({ guard, definition }) => guard === undefined && definition.provides !== "tool");
  return [...tools, ...others, ...guards];
}

function placeSteps(columns: readonly (readonly FlowNode[])[], rows: number): SketchNode[] {
  const width = Math.min(room.step, (room.width - room.gap * (columns.length - 1)) / Math.max(1, columns.length));
  const gap = columns.length > 1 ? (room.width - width * columns.length) / (columns.length - 1) : 0;
  return columns.flatMap((column, at) => {
    const shown = column.slice(0, rows);
    return shown.map((node, row) => {
      const group = registry.get(node.type)?.group;
      return {
        id: node.id,
        x: at * (width + gap) * room.canvas,
        y: (rows - shown.length + row) * room.row * room.canvas,
        width: width * room.canvas,
        group: group === undefined || group === "note" ? "logic" : group,
      };
    });
  });
}

/** The key is the one guard that is wider than it is high. */
function sizeOf({ guard }: Helper): number {
  if (guard === undefined) return room.helper;
  return guard === "permission" ? room.key : room.guard;
}

function placeHelpers(helpers: readonly Helper[], steps: readonly SketchNode[], rows: number): SketchNode[] {
  const sizes = helpers.map(sizeOf);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const hosts = steps.filter(({ id }) => helpers.some(({ hostId }) => hostId === id));
  const middles = hosts.map(({ x, width }) => (x + width / 2) / room.canvas);
  const middle = middles.reduce((sum, each) => sum + each, 0) / Math.max(1, middles.length);
  let left = Math.max(0, Math.min(room.width - whole, middle - whole / 2));
  return helpers.map(({ node, definition, guard }, at) => {
    const width = sizes[at] ?? room.helper;
    const x = left * room.canvas;
    left += width;
    const group = definition.group === "note" ? "logic" : definition.group;
    const place = { id: node.id, x, y: rows * room.row * 1.15 * room.canvas, width: (width - 5) * room.canvas, group };
    return guard === undefined ? place : { ...place, guard };
  });
}
