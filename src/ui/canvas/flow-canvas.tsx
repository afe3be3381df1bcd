import { Background, BackgroundVariant, MiniMap, Panel, ReactFlow, useReactFlow, useStore } from "@xyflow/react";
import type { ReactFlowProps } from "@xyflow/react";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { AlignmentGuides } from "./alignment-guides.tsx";
import { useMessages } from "../messages/index.ts";
import { CanvasActionsContext } from "./canvas-actions.tsx";
import type { CanvasActions } from "./canvas-actions.tsx";
import { CanvasControls } from "./canvas-controls.tsx";
import type { FlowNode, FlowWire } from "./canvas-data.ts";
import { CanvasPatterns } from "./canvas-patterns.tsx";
import { FlowEdge } from "./flow-edge.tsx";
import { FlowNodeCard } from "./flow-node-card.tsx";
import { GuardNode } from "./guard-node.tsx";
import { NoteNode } from "./note-node.tsx";

export type FlowCanvasProps = Omit<
  ReactFlowProps<FlowNode, FlowWire>,
  "nodeTypes" | "edgeTypes" | "snapGrid" | "colorMode"
> & {
  actions: CanvasActions;
  dataView: boolean;
  onDataView: (isOn: boolean) => void;
  /** Popovers and hints that belong on the canvas. */
  children?: ReactNode;
};

const nodeTypes = { card: FlowNodeCard, guard: GuardNode, note: NoteNode };
const edgeTypes = { wire: FlowEdge };
const grid: [number, number] = [8, 8];
/** Below, the controls and the small map keep their room. */
const fitOptions = { padding: { top: "24px", x: "24px", bottom: "96px" }, maxZoom: 1 } as const;
const minimapSize = { width: 144, height: 80 };
const quiet = { hideAttribution: true };
/** Below this zoom words give way to icon and colour. */
const farZoom = 0.4;
/** Below this zoom an icon is a few pixels: colour has to do. */
const furtherZoom = 0.2;

/** The drawing. Give it nodes and wires with stable `data` objects; only what changed is drawn again. */
export function FlowCanvas({ actions, dataView, onDataView, children, ...flow }: FlowCanvasProps) {
  const t = useMessages().canvas;
  return (
    <CanvasActionsContext value={actions}>
      <CanvasPatterns />
      <ReactFlow<FlowNode, FlowWire>
        aria-label={t.label}
        snapToGrid
        fitViewOptions={fitOptions}
        minZoom={0.1}
        maxZoom={2}
        proOptions={quiet}
        deleteKeyCode={null}
        {...flow}
        snapGrid={grid}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        className="canvas"
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={2} />
        <MiniMap<FlowNode>
          ariaLabel={t.minimap}
          pannable
          zoomable
          nodeClassName={groupOf}
          nodeBorderRadius={16}
          position="bottom-right"
          style={minimapSize}
        />
        <Panel position="bottom-left">
          <ConnectedControls dataView={dataView} onDataView={onDataView} />
        </Panel>
        <FarAway />
        <AlignmentGuides />
        {children}
      </ReactFlow>
    </CanvasActionsContext>
  );
}

function ConnectedControls(props: { dataView: boolean; onDataView: (isOn: boolean) => void }) {
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  return (
    <CanvasControls
      {...props}
      zoom={zoom}
      onZoomIn={() => void zoomIn()}
      onZoomOut={() => void zoomOut()}
      onZoomReset={() => void zoomTo(1)}
      onFit={() => void fitView(fitOptions)}
    />
  );
}

/** Marks the canvas element itself, so that no node renders again when the zoom changes. */
function FarAway() {
  const distance = useStore((state) => distanceAt(state.transform[2]));
  const element = useStore((state) => state.domNode);
  useEffect(() => {
    if (distance === undefined) element?.removeAttribute("data-far");
    else element?.setAttribute("data-far", distance);
  }, [element, distance]);
  return null;
}

function distanceAt(zoom: number): "far" | "further" | undefined {
  if (zoom >= farZoom) return undefined;
  return zoom < furtherZoom ? "further" : "far";
}

function groupOf(node: FlowNode): string {
  if (node.type === "guard") return node.data.status === "waiting" ? "mm-ask" : "mm-guard";
  if (node.type !== "card") return "mm-note";
  const { kind } = node.data.status;
  if (kind === "waiting") return "mm-ask";
  return kind === "stopped" || kind === "failed" ? "mm-stop" : `mm-${node.data.group}`;
}
