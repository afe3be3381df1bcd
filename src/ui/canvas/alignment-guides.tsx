import { useStore, ViewportPortal } from "@xyflow/react";
import type { ReactFlowState } from "@xyflow/react";
import { guidesOf, type Box, type Guide } from "./guides.ts";

const none: readonly Guide[] = [];

/** While one card is moved: the lines that it shares with others. */
export function AlignmentGuides() {
  const guides = useStore(guidesIn, isSame);
  const zoom = useStore((state) => (guides.length === 0 ? 1 : state.transform[2]));
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={axis}
          className="guide"
          style={{
            transform: axis === "across" ? `translate(${from}px, ${at}px)` : `translate(${at}px, ${from}px)`,
            width: axis === "across" ? to - from : 1 / zoom,
            height: axis === "across" ? 1 / zoom : to - from,
          }}
        />
      ))}
    </ViewportPortal>
  );
}

function guidesIn({ nodes, nodeLookup }: ReactFlowState): readonly Guide[] {
  const moved = nodes.filter(({ dragging }) => dragging === true);
  const [only] = moved;
  if (only === undefined || moved.length > 1) return none;
  const boxes = new Map([...nodeLookup].map(([id, node]) => [id, boxOf(node)]));
  const own = boxes.get(only.id);
  boxes.delete(only.id);
  return own === undefined ? none : guidesOf(own, [...boxes.values()]);
}

function boxOf({
  position,
  measured,
}: {
  position: { x: number; y: number };
  measured: { width?: number; height?: number };
}): Box {
  return { ...position, width: measured.width ?? 0, height: measured.height ?? 0 };
}

function isSame(before: readonly Guide[], now: readonly Guide[]): boolean {
  return before.length === now.length && JSON.stringify(before) === JSON.stringify(now);
}
