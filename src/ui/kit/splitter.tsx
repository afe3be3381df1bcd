import { useRef } from "react";
import type { KeyboardEvent, PointerEvent } from "react";

export type SplitterProps = {
  /** What is resized, for screen readers. */
  label: string;
  /** The size of the panel after the splitter (below or to the right), in CSS pixels. */
  size: number;
  min: number;
  max: number;
  direction: "row" | "column";
  onResize: (size: number) => void;
};

const step = 16;

/** The edge between two panels: drag it, or focus it and use arrows, Home and End (WAI-ARIA window splitter). */
export function Splitter({ label, size, min, max, direction, onResize }: SplitterProps) {
  const start = useRef<{ at: number; size: number }>(undefined);
  const position = (event: PointerEvent) => (direction === "row" ? event.clientX : event.clientY);
  const clamp = (next: number) => Math.round(Math.min(Math.max(next, min), Math.max(min, max)));
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { at: position(event), size };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) onResize(clamp(start.current.size - (position(event) - start.current.at)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowUp: size + step,
      ArrowLeft: size + step,
      ArrowDown: size - step,
      ArrowRight: size - step,
      Home: min,
      End: max,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onResize(clamp(next));
  };
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a window splitter takes the focus, an hr does not
      role="separator"
      className={`splitter ${direction}`}
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === "row" ? "vertical" : "horizontal"}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={Math.max(min, Math.round(max))}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = undefined)}
      onPointerCancel={() => (start.current = undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
