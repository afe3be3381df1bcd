import type { GuardKind, NodeGroup } from "#ui/kit";

/** A flow as plain data, in canvas pixels: enough to draw it small. */
export type FlowSketch = {
  nodes: readonly { id: string; x: number; y: number; width: number; group: NodeGroup; guard?: GuardKind }[];
  /** `data` wires run left to right, the others hang down. */
  wires: readonly { from: string; to: string; kind: "data" | "tool" | "guard" }[];
};

export type Box = {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  group: NodeGroup;
  guard: GuardKind | undefined;
};
export type Line = { path: string; kind: "data" | "tool" | "guard" };

export const miniature = { width: 264, height: 112, margin: 12, boxHeight: 24, guard: 22 } as const;

const closest = 0.27;

/** Fits a sketch into the miniature: positions are scaled, boxes keep one height so that they stay readable. */
export function layOut(sketch: FlowSketch): { boxes: Box[]; lines: Line[] } {
  const { nodes } = sketch;
  if (nodes.length === 0) return { boxes: [], lines: [] };
  const left = Math.min(...nodes.map(({ x }) => x));
  const top = Math.min(...nodes.map(({ y }) => y));
  const wide = Math.max(...nodes.map(({ x, width }) => x + width)) - left;
  const high = Math.max(...nodes.map(({ y }) => y)) - top;
  const acrossScale = Math.min(closest, (miniature.width - 2 * miniature.margin) / Math.max(wide, 1));
  const downScale = Math.min(
    closest,
    (miniature.height - 2 * miniature.margin - miniature.boxHeight) / Math.max(high, 1),
  );
  const startX = (miniature.width - wide * acrossScale) / 2;
  const startY = (miniature.height - high * downScale - miniature.boxHeight) / 2;
  const boxes = nodes.map(({ id, x, y, width, group, guard }) => {
    const size = guard ? miniature.guard : Math.max(28, width * acrossScale);
    const middle = startX + (x + width / 2 - left) * acrossScale;
    return {
      id,
      group,
      guard,
      x: middle - size / 2,
      y: startY + (y - top) * downScale,
      width: size,
      height: guard ? miniature.guard : miniature.boxHeight,
    };
  });
  return { boxes, lines: linesBetween(sketch, new Map(boxes.map((box) => [box.id, box]))) };
}

function linesBetween(sketch: FlowSketch, boxes: ReadonlyMap<string, Box>): Line[] {
  const hanging = Map.groupBy(
    sketch.wires.filter(({ kind }) => kind !== "data"),
    ({ from }) => from,
  );
  return sketch.wires.flatMap((wire): Line[] => {
    const from = boxes.get(wire.from);
    const to = boxes.get(wire.to);
    if (!from || !to) return [];
    if (wire.kind === "data") return [{ kind: wire.kind, path: across(from, to) }];
    const siblings = hanging.get(wire.from) ?? [];
    return [{ kind: wire.kind, path: down(from, to, (siblings.indexOf(wire) + 1) / (siblings.length + 1)) }];
  });
}

function across(from: Box, to: Box): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function down(from: Box, to: Box, share: number): string {
  const [x1, y1, x2, y2] = [from.x + from.width * share, from.y + from.height, to.x + to.width / 2, to.y];
  const pull = (y2 - y1) * 0.55;
  return `M${x1} ${y1}C${x1} ${y1 + pull} ${x2} ${y2 - pull} ${x2} ${y2}`;
}
