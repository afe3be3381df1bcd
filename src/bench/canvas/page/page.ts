import { ReactFlow, useNodesInitialized } from "@xyflow/react";
import type { Edge, Node } from "@xyflow/react";
import { createElement, useEffect } from "react";
import { createRoot } from "react-dom/client";
import "@xyflow/react/dist/style.css";

/** React Flow with nothing of ours: as many of its own nodes and wires, to measure the canvas against. */
const [nodes = 0, edges = 0] = location.hash.slice(1).split(",").map(Number);
const across = 25;
const defaultNodes: Node[] = Array.from({ length: nodes }, (_, at) => ({
  id: `n${at}`,
  position: { x: (at % across) * 208, y: Math.floor(at / across) * 144 },
  data: { label: `Step ${at}` },
}));
const defaultEdges: Edge[] = Array.from({ length: Math.min(edges, nodes - 1) }, (_, at) => ({
  id: `e${at}`,
  source: `n${at}`,
  target: `n${at + 1}`,
}));

function WhenDrawn() {
  const isDrawn = useNodesInitialized();
  useEffect(() => {
    if (isDrawn) requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("canvas-usable")));
  }, [isDrawn]);
  return null;
}

const root = document.querySelector("#root");
if (root) {
  const canvas = createElement(
    ReactFlow,
    { defaultNodes, defaultEdges, fitView: true, minZoom: 0.05 },
    createElement(WhenDrawn),
  );
  createRoot(root).render(canvas);
}
