import { useCallback, useRef } from "react";
import type { PointerEvent } from "react";

/**
 * Gives a drag the mouse: while what was pressed has captured it, the browser need not look among all nodes for what lies
 * below it at every move. Call `capture` when the drag begins, not sooner, or a click would miss the button that was pressed.
 */
export function useMouseCapture() {
  const pressed = useRef<{ readonly element: Element; readonly pointer: number }>(undefined);
  const onPointerDownCapture = useCallback(({ target, pointerId, pointerType }: PointerEvent) => {
    // A finger is captured by the browser itself.
    const isMouse = pointerType === "mouse" && target instanceof Element;
    pressed.current = isMouse ? { element: target, pointer: pointerId } : undefined;
  }, []);
  const capture = useCallback(() => {
    const { element, pointer } = pressed.current ?? {};
    // What was drawn anew since the press cannot capture.
    if (element?.isConnected === true && pointer !== undefined) element.setPointerCapture(pointer);
  }, []);
  return { onPointerDownCapture, capture };
}
