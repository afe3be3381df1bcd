import { useReactFlow } from "@xyflow/react";
import { useEffect, useMemo } from "react";
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
  const marked = useSession((state) => state.marked);
  const dataView = useSession((state) => state.dataView);
  const { setNodes, setEdges } = useReactFlow<FlowNode, FlowWire>();
  const painter = useMemo(() => createPainter(registry), [registry]);
  const picture = useMemo(
    () => painter.paint({ flow, findings, badges, dataView }),
    [painter, flow, findings, badges, dataView],
  );
  useEffect(() => {
    const look = lookOf(selected, marked);
    setNodes((current) => mergeNodes(current, picture.nodes, look));
    setEdges((current) => mergeWires(current, picture.wires, look));
  }, [picture, selected, marked, setNodes, setEdges]);
  return picture;
}

/** A picture with what the session says of its parts, to begin with: a canvas that is shown again keeps what is selected. */
export function asMarked(
  { nodes, wires }: Picture,
  { selected, marked }: { readonly selected: readonly string[]; readonly marked: readonly string[] },
): { nodes: FlowNode[]; wires: FlowWire[] } {
  const look = lookOf(selected, marked);
  return { nodes: mergeNodes([], nodes, look), wires: mergeWires([], wires, look) };
}

type Look = (part: { id: string }) => { selected: boolean; className: string };

/** What the session says of a part: whether it is selected or pointed out. */
function lookOf(selected: readonly string[], marked: readonly string[]): Look {
  const chosen = new Set(selected);
  const shown = new Set(marked);
  return ({ id }) => ({ selected: chosen.has(id), className: shown.has(id) ? "on-way" : "" });
}

/** What React Flow has measured stays; what the document says is put in place, but not under the hand that is dragging. */
function mergeNodes(current: readonly FlowNode[], wanted: readonly FlowNode[], lookOfPart: Look): FlowNode[] {
  const byId = new Map(current.map((node) => [node.id, node]));
  return wanted.map((node) => {
    const before = byId.get(node.id);
    const look = lookOfPart(node);
    if (before === undefined) return { ...node, ...look };
    const position = before.dragging === true ? before.position : node.position;
    const isSame =
      before.data === node.data &&
      before.position.x === position.x &&
      before.position.y === position.y &&
      looksLike(before, look);
    if (isSame) return before;
    const { measured, dragging } = before;
    return { ...node, position, ...look, ...(measured && { measured }), ...(dragging && { dragging }) };
  });
}

function mergeWires(current: readonly FlowWire[], wanted: readonly FlowWire[], lookOfPart: Look): FlowWire[] {
  const byId = new Map(current.map((wire) => [wire.id, wire]));
  return wanted.map((wire) => {
    const before = byId.get(wire.id);
    const look = lookOfPart(wire);
    const isSame = before?.data === wire.data && before?.source === wire.source && before?.target === wire.target;
    return before && isSame && looksLike(before, look) ? before : { ...wire, ...look };
  });
}

function looksLike(part: { selected?: boolean; className?: string | undefined }, look: ReturnType<Look>): boolean {
  return (part.selected ?? false) === look.selected && (part.className ?? "") === look.className;
}
