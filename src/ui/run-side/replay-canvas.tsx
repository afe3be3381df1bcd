import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import type { Flow } from "#engine";
import { registry } from "#nodes";
import { FlowCanvas } from "../canvas/index.ts";
import type { FlowNode, FlowWire } from "../canvas/index.ts";
import type { Badges } from "../drawing/badge.ts";
import { createPainter } from "../drawing/painter.ts";
import type { Picture } from "../drawing/painter.ts";

export type ReplayCanvasProps = {
  flow: Flow;
  badges: Badges;
  /** Nodes that the step belongs to. */
  marked: readonly string[];
  /** The node whose steps and values are looked at. */
  node: string | undefined;
  onNode: (id: string | undefined) => void;
  /** The wire that was taken at this step. */
  wire: string | undefined;
};

const noActions = {
  attach: () => undefined,
  showFinding: () => undefined,
  showStops: () => undefined,
  accept: () => undefined,
};

/** Not so small that its words give way: what does not fit is dragged into sight. */
const fitOptions = { padding: { top: "16px", x: "12px", bottom: "72px" }, minZoom: 0.42, maxZoom: 1 } as const;

/** The flow as it was run, to be looked at: each node in the state that it had at one step. */
export function ReplayCanvas(props: ReplayCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ flow, badges, marked, node, onNode, wire }: ReplayCanvasProps) {
  const [dataView, setDataView] = useState(false);
  const { setNodes, setEdges } = useReactFlow<FlowNode, FlowWire>();
  const painter = useMemo(() => createPainter(registry), []);
  const picture = useMemo(
    () => painter.paint({ flow, findings: [], badges, dataView }),
    [painter, flow, badges, dataView],
  );
  const [start] = useState(() => lookOf(picture, badges, marked, node, wire));
  useEffect(() => {
    const next = lookOf(picture, badges, marked, node, wire);
    setNodes((current) => {
      const measured = new Map(current.map((each) => [each.id, each.measured]));
      return next.nodes.map((each) => Object.assign({}, each, { measured: measured.get(each.id) }));
    });
    setEdges([...next.wires]);
  }, [picture, badges, marked, node, wire, setNodes, setEdges]);
  return (
    <FlowCanvas
      defaultNodes={[...start.nodes]}
      defaultEdges={[...start.wires]}
      fitView
      fitViewOptions={fitOptions}
      actions={noActions}
      dataView={dataView}
      onDataView={setDataView}
      nodesDraggable={false}
      nodesConnectable={false}
      onNodeClick={(_event, { id }) => onNode(id)}
      onPaneClick={() => onNode(undefined)}
      onSelectionChange={({ nodes }) => {
        const [chosen] = nodes;
        if (chosen !== undefined && chosen.id !== node) onNode(chosen.id);
      }}
    />
  );
}

/** Wires that nothing has gone through stand back; the one that was just taken stands out. */
function lookOf(
  { nodes, wires }: Picture,
  badges: Badges,
  marked: readonly string[],
  node: string | undefined,
  taken: string | undefined,
): Picture {
  return {
    nodes: nodes.map((each) =>
      Object.assign({}, each, { selected: each.id === node, className: marked.includes(each.id) ? "on-way" : "" }),
    ),
    wires: wires.map((each) =>
      Object.assign({}, each, {
        selected: each.id === taken,
        className: badges.wires.has(each.id) ? "taken" : "not-taken",
      }),
    ),
  };
}
