import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

export type TooltipProps = { text: string; kbd?: string; children: ReactNode };

const delay = 400;
const gap = 6;

/**
 * A name that appears on hover and on keyboard focus. It repeats the accessible name of the control, so it is hidden
 * from screen readers; Escape hides it and the pointer may rest on it (WCAG 1.4.13).
 */
export function Tooltip({ text, kbd, children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  const timer = useRef(0);

  useEffect(() => {
    if (!shown) return;
    place(anchor.current, tip.current);
    const hide = (event: KeyboardEvent) => event.key === "Escape" && setShown(false);
    document.addEventListener("keydown", hide);
    return () => document.removeEventListener("keydown", hide);
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const open = (after: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(true), after);
  };
  const close = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  return (
    <span
      ref={anchor}
      className="with-tip"
      onPointerEnter={(event) => event.pointerType === "mouse" && open(delay)}
      onPointerLeave={close}
      onPointerDown={close}
      onFocus={(event) => event.target.matches(":focus-visible") && open(0)}
      onBlur={close}
    >
      {children}
      {shown && (
        <div ref={tip} className="tip" popover="manual" aria-hidden="true">
          {text}
          {kbd && <Kbd>{kbd}</Kbd>}
        </div>
      )}
    </span>
  );
}

/** Shows the tip in the top layer, below its anchor, or above it where the window ends. */
function place(anchor: HTMLElement | null, tip: HTMLElement | null) {
  if (!anchor || !tip) return;
  tip.showPopover();
  const at = anchor.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), window.innerWidth - width - 8);
  const below = at.bottom + gap;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + height > window.innerHeight ? at.top - gap - height : below}px`;
}
