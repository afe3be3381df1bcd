import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";

const margin = 32;

/** Moves the canvas up until the whole of what opened over it can be seen. */
export function useRoomBelow(shown: string) {
  const part = useRef<HTMLDivElement>(null);
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    // What is chosen with it, as a panel that opens, has taken its room by then.
    const timer = setTimeout(() => {
      const canvas = document.querySelector(".canvas-area")?.getBoundingClientRect();
      const box = part.current?.getBoundingClientRect();
      if (canvas === undefined || box === undefined) return;
      const hidden = Math.min(box.bottom + margin - canvas.bottom, box.top - canvas.top);
      const { x, y, zoom } = getViewport();
      if (hidden > 0) void setViewport({ x, y: y - hidden, zoom }, { duration: 200 });
    }, 300);
    return () => clearTimeout(timer);
  }, [shown, getViewport, setViewport]);
  return part;
}
