import { ReactFlowProvider } from "@xyflow/react";
import { FlowCanvas } from "../canvas/index.ts";
import type { FlowNode, FlowWire } from "../canvas/index.ts";
import { card, wire } from "./sample-flow.ts";

const across = 25;
const nodes: FlowNode[] = Array.from({ length: 500 }, (_, at) =>
  card(
    [`n${at}`, (at % across) * 264, Math.floor(at / across) * 104, `Step ${at}`, "Does one thing", "sparkles", "think"],
    {
      ports: [
        { id: "in", name: "Text", kind: "text", direction: "in", side: "left", connected: true },
        { id: "out", name: "Text", kind: "text", direction: "out", side: "right", connected: true },
      ],
    },
  ),
);
const wires: FlowWire[] = nodes
  .slice(1)
  .flatMap((node, at) =>
    at % across === across - 1 ? [] : [wire(`w${at}`, `n${at}`, "out", node.id, "in", { kind: "text" })],
  );
const nothing = () => undefined;
const actions = { attach: nothing, showFinding: nothing, showStops: nothing, accept: nothing };

/** 500 real nodes with the minimap: what the drag speed is measured on. */
export function LoadSheet() {
  return (
    <div className="app">
      <ReactFlowProvider>
        <FlowCanvas
          defaultNodes={nodes}
          defaultEdges={wires}
          fitView
          actions={actions}
          dataView={false}
          onDataView={nothing}
        />
      </ReactFlowProvider>
    </div>
  );
}
