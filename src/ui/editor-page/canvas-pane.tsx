import { useNodesInitialized, useReactFlow } from "@xyflow/react";
import type { Connection, NodeChange, OnConnectEnd } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DragEvent, ReactNode } from "react";
import type { Finding } from "#engine";
import { notify } from "#ui/kit";
import { FlowCanvas } from "../canvas/index.ts";
import type { FlowNode, FlowWire } from "../canvas/index.ts";
import { nodeDragType } from "../editor/index.ts";
import type { Badges } from "../drawing/badge.ts";
import { wireEnds } from "../drawing/handles.ts";
import { suggestionsIn } from "../drawing/suggestions.ts";
import { useEditor, useSession } from "./editor-context.tsx";
import { connect } from "../edits/connect.ts";
import { moves } from "../edits/selection.ts";
import type { EditorActions } from "./use-actions.ts";
import { asMarked, useCanvasPicture } from "./use-canvas-picture.ts";
import { useMouseCapture } from "./use-mouse-capture.ts";

export type CanvasPaneProps = {
  findings: readonly Finding[];
  badges: Badges;
  actions: EditorActions;
  onDrawn: () => void;
  /** A socket's +, where more than one kind of helper fits. */
  onAttach: (nodeId: string, handle: string) => void;
  onFinding: (nodeId: string) => void;
  onStops: (nodeId: string) => void;
  onRename: () => void;
  children?: ReactNode;
};

/** The drawing of the open flow, and what a pointer does on it. */
export function CanvasPane({ findings, badges, actions, children, ...on }: CanvasPaneProps) {
  const { session } = useEditor();
  const picture = useCanvasPicture(findings, badges);
  const dataView = useSession((state) => state.dataView);
  const [start] = useState(() => asMarked(picture, session.getState()));
  const { onAttach, onFinding, onStops } = on;
  const canvasActions = useMemo(
    () => ({
      attach: onAttach,
      showFinding: onFinding,
      showStops: onStops,
      accept(id: string) {
        const suggestion = suggestionsIn(findings).find((each) => each.id === id);
        if (suggestion) actions.repair(suggestion.finding);
      },
    }),
    [onAttach, onFinding, onStops, findings, actions],
  );
  const wiring = useWiring(actions);
  const moving = useMoving(actions);
  const choose = useChoosing();
  return (
    <FlowCanvas
      defaultNodes={start.nodes}
      defaultEdges={start.wires}
      fitView={start.nodes.length > 0}
      actions={canvasActions}
      dataView={dataView}
      onDataView={(isOn) => session.setState({ dataView: isOn })}
      onSelectionChange={choose}
      onNodeDoubleClick={on.onRename}
      onDragOver={allowDrop}
      onDrop={(event) => drop(event, actions)}
      selectNodesOnDrag={false}
      onConnectStart={startConnecting}
      zoomOnDoubleClick={false}
      {...wiring}
      {...moving}
    >
      <WhenDrawn isEmpty={picture.nodes.length === 0} onDrawn={on.onDrawn} />
      {children}
    </FlowCanvas>
  );
}

/**
 * What is selected on the canvas is so in the session too. It is read from the canvas as it is now: one that is shown again tells of
 * the selection from before it had its nodes, and each would then go on correcting the other.
 */
function useChoosing() {
  const { session } = useEditor();
  const { getNodes, getEdges } = useReactFlow();
  return useCallback(() => {
    const nodes = getNodes();
    if (nodes.length === 0) return;
    session.select([...nodes, ...getEdges()].filter(({ selected }) => selected === true).map(({ id }) => id));
  }, [session, getNodes, getEdges]);
}

/** Wires are refused while they are drawn, and a refusal says why. */
function useWiring(actions: EditorActions) {
  const { document, registry } = useEditor();
  const isValidConnection = useCallback(
    (drawn: Connection | FlowWire) => {
      const wire = wireEnds(drawn);
      return wire !== undefined && connect(document.getState().flow, wire, registry).ok;
    },
    [document, registry],
  );
  const onConnect = useCallback(
    (drawn: Connection) => {
      const wire = wireEnds(drawn);
      if (wire) actions.connect(wire);
    },
    [actions],
  );
  const onConnectEnd: OnConnectEnd = useCallback(
    (_event, { isValid, fromHandle, toHandle }) => {
      markConnecting(false);
      if (isValid !== false || fromHandle === null || toHandle === null) return;
      const [source, target] = fromHandle.type === "source" ? [fromHandle, toHandle] : [toHandle, fromHandle];
      const ends = {
        source: source.nodeId,
        sourceHandle: source.id ?? null,
        target: target.nodeId,
        targetHandle: target.id ?? null,
      };
      const wire = wireEnds(ends);
      if (wire) actions.connect(wire);
      else void notify({ signal: "stop", text: "A socket takes a helper, an output leads to an input." });
    },
    [actions],
  );
  return { isValidConnection, onConnect, onConnectEnd };
}

/** Where nodes came to rest is put into the flow: after a drag, or after arrow keys on a focused node. */
function useMoving(actions: EditorActions) {
  const { document } = useEditor();
  const drags = useRef(0);
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const rested = changes.flatMap((change) =>
        change.type === "position" && change.dragging !== true && change.position !== undefined
          ? [{ id: change.id, position: change.position }]
          : [],
      );
      if (rested.length === 0) return;
      const gesture = `move ${drags.current} ${rested.map(({ id }) => id).join(" ")}`;
      actions.move(moves(document.getState().flow, rested), gesture);
    },
    [actions, document],
  );
  const { onPointerDownCapture, capture } = useMouseCapture();
  const onNodeDragStart = useCallback(() => {
    drags.current += 1;
    capture();
  }, [capture]);
  return { onNodesChange, onNodeDragStart, onSelectionDragStart: onNodeDragStart, onPointerDownCapture };
}

/** Says once that every node stands on the screen. */
function WhenDrawn({ isEmpty, onDrawn }: { isEmpty: boolean; onDrawn: () => void }) {
  const isInitialized = useNodesInitialized();
  const { viewportInitialized } = useReactFlow();
  const isReady = viewportInitialized && (isEmpty || isInitialized);
  useEffect(() => {
    if (!isReady) return;
    // The second frame begins after the first one with the nodes was painted.
    const frame = requestAnimationFrame(() => requestAnimationFrame(onDrawn));
    return () => cancelAnimationFrame(frame);
  }, [isReady, onDrawn]);
  return null;
}

/** On the canvas element itself, so that no node renders again and no style has to look for a wire among all of them. */
function markConnecting(isConnecting: boolean) {
  document.querySelector(".react-flow")?.toggleAttribute("data-connecting", isConnecting);
}

function startConnecting() {
  markConnecting(true);
}

function allowDrop(event: DragEvent) {
  if (!event.dataTransfer.types.includes(nodeDragType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
}

function drop(event: DragEvent, actions: EditorActions) {
  const type = event.dataTransfer.getData(nodeDragType);
  if (type === "") return;
  event.preventDefault();
  const onto = event.target instanceof Element ? event.target.closest(".react-flow__node") : null;
  actions.drop(type, { x: event.clientX, y: event.clientY }, onto?.getAttribute("data-id") ?? undefined);
}
