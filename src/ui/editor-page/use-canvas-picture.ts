import { useReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import type { Finding } from "#engine";
import type { FlowNode, FlowWire } from "../canvas/index.ts";
import type { Badges } from "../drawing/badge.ts";
import { createPainter, type Picture } from "../drawing/painter.ts";
import { useEditor, useFlow, useSession } from "./editor-context.tsx";

/**
 * Keeps the canvas in step with the document. React Flow holds the nodes itself, so that a drag renders only what is dragged;
 * a change of the document is put into it here, and everything that looks as before stays the same object.
 */
export function useCanvasPicture(findings: readonly Finding[], badges: Badges): Picture {
  const { registry } = useEditor();
  const flow = useFlow();
  const selected = useSession((state) => state.selected);
  const dataView = useSession((state) => state.dataView);
  const { setNodes, setEdges } = useReactFlow<FlowNode, FlowWire>();
  const [painter] = useState(() => createPainter(registry));
  const picture = useMemo(
    () => painter.paint({ flow, findings, badges, dataView }),
    [painter, flow, findings, badges, dataView],
  );
  useEffect(() => {
    const chosen = new Set(selected);
    setNodes((current) => mergeNodes(current, picture.nodes, chosen));
    setEdges((current) => mergeWires(current, picture.wires, chosen));
  }, [picture, selected, setNodes, setEdges]);
  return picture;
}

/** What React Flow has measured stays; what the document says is put in place, but not under the hand that is dragging. */
function mergeNodes(
  current: readonly FlowNode[],
  wanted: readonly FlowNode[],
  selected: ReadonlySet<string>,
): FlowNode[] {
  const byId = new Map(current.map((node) => [node.id, node]));
  return wanted.map((node) => {
    const before = byId.get(node.id);
    const isSelected = selected.has(node.id);
    if (before === undefined) return { ...node, selected: isSelected };
    const position = before.dragging === true ? before.position : node.position;
    const isSame =
      before.data === node.data &&
      before.position.x === position.x &&
      before.position.y === position.y &&
      (before.selected ?? false) === isSelected;
    if (isSame) return before;
    const { measured, dragging } = before;
    return { ...node, position, selected: isSelected, ...(measured && { measured }), ...(dragging && { dragging }) };
  });
}

function mergeWires(
  current: readonly FlowWire[],
  wanted: readonly FlowWire[],
  selected: ReadonlySet<string>,
): FlowWire[] {
  const byId = new Map(current.map((wire) => [wire.id, wire]));
  return wanted.map((wire) => {
    const before = byId.get(wire.id);
    const isSelected = selected.has(wire.id);
    const isSame = before?.data === wire.data && before?.source === wire.source && before?.target === wire.target;
    return before && isSame && (before.selected ?? false) === isSelected ? before : { ...wire, selected: isSelected };
  });
}
