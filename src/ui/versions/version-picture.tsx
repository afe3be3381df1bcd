import type { Flow, FlowEdge, FlowNode, NodeRegistry } from "#engine";
import { sizeOf } from "../drawing/sizes.ts";
import { titleIn } from "../drawing/resolve.ts";

/** What became of a step between a version and now: it is only in this picture, or it is in both and not the same. */
export type StepMark = "added" | "removed" | "changed";

export type VersionPictureProps = {
  flow: Flow;
  /** The other flow, so that both pictures have one frame and steps that stayed lie in the same place. */
  beside: Flow;
  marks: ReadonlyMap<string, StepMark>;
  registry: NodeRegistry;
};

const margin = 40;
const smallest = { width: 640, height: 280 } as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A flow as it lies on its canvas, small: what is different stands out. The differences are told beside it in words. */
export function VersionPicture({ flow, beside, marks, registry }: VersionPictureProps) {
  const boxes = new Map(flow.nodes.map((node) => [node.id, boxOf(node, registry)]));
  return (
    <svg className="version-picture" viewBox={frameOf([...flow.nodes, ...beside.nodes], registry)} aria-hidden="true">
      {flow.edges.map((edge) => (
        <path key={edge.id} className={`wire ${edge.kind}`} d={wirePath(edge, boxes)} />
      ))}
      {flow.nodes.map(({ id, type }) => (
        <Step
          key={id}
          box={boxes.get(id)}
          title={titleIn(flow, id, registry)}
          className={`step ${registry.get(type)?.group ?? "logic"} ${marks.get(id) ?? ""}`}
        />
      ))}
    </svg>
  );
}

function Step({ box, title, className }: { box: Box | undefined; title: string; className: string }) {
  if (box === undefined) return null;
  const square = Math.min(28, box.height - 24);
  return (
    <g className={className}>
      <title>{title}</title>
      <rect className="box" {...box} rx={12} />
      <rect className="mark" x={box.x + 14} y={box.y + 14} width={square} height={square} rx={8} />
      <rect className="words" x={box.x + 52} y={box.y + 16} width={Math.max(0, box.width - 72)} height={10} rx={5} />
    </g>
  );
}

function boxOf({ position, type }: FlowNode, registry: NodeRegistry): Box {
  return { ...position, ...sizeOf(type, registry) };
}

function frameOf(nodes: readonly FlowNode[], registry: NodeRegistry): string {
  const boxes = nodes.map((node) => boxOf(node, registry));
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + margin - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + margin - top;
  if (boxes.length === 0) return `0 0 ${smallest.width} ${smallest.height}`;
  // A few steps are not blown up.
  const [more, higher] = [Math.max(0, smallest.width - width), Math.max(0, smallest.height - height)];
  return [left - more / 2, top - higher / 2, width + more, height + higher].join(" ");
}

/** From the right edge to the left one; what hangs on a step, from its top to the step's bottom. */
function wirePath({ kind, from, to }: FlowEdge, boxes: ReadonlyMap<string, Box>): string {
  const [a, b] = [boxes.get(from.node), boxes.get(to.node)];
  if (a === undefined || b === undefined) return "";
  if (kind === "attach") {
    const [x1, x2] = [a.x + a.width / 2, b.x + b.width / 2];
    return `M${x1} ${a.y}C${x1} ${a.y - 40} ${x2} ${b.y + b.height + 40} ${x2} ${b.y + b.height}`;
  }
  const [x1, y1, x2, y2] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2];
  const bend = Math.max(30, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
