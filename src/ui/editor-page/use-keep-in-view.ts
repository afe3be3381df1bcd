import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { useEditor } from "./editor-context.tsx";

const margin = 24;

/** When the settings open they take room from the canvas: what was chosen is not to vanish behind them. */
export function useKeepInView(isInspectorOpen: boolean): void {
  const { session } = useEditor();
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    if (!isInspectorOpen) return;
    const frame = requestAnimationFrame(() => {
      const [id] = session.getState().selected;
      const canvas = document.querySelector(".canvas-area")?.getBoundingClientRect();
      const node = document
        .querySelector(`.react-flow__node[data-id="${CSS.escape(id ?? "")}"]`)
        ?.getBoundingClientRect();
      if (canvas === undefined || node === undefined) return;
      const hidden = node.right + margin - canvas.right;
      const { x, y, zoom } = getViewport();
      if (hidden > 0) void setViewport({ x: x - hidden, y, zoom }, { duration: 200 });
    });
    return () => cancelAnimationFrame(frame);
  }, [isInspectorOpen, session, getViewport, setViewport]);
}
