import { lazy, Suspense } from "react";
import type { ReactNode, RefObject } from "react";

export type PopoverProps = {
  label: string;
  isOpen: boolean;
  onClose: () => void;
  /** What it belongs to and points at. */
  anchor: RefObject<HTMLElement | null>;
  placement?: "bottom" | "top" | "left" | "right";
  children: ReactNode;
};

const PopoverPanel = lazy(async () => ({ default: (await import("./overlay/popover-panel.tsx")).PopoverPanel }));

/** A small panel beside the thing it explains. */
export function Popover({ isOpen, ...panel }: PopoverProps) {
  if (!isOpen) return null;
  return (
    <Suspense>
      <PopoverPanel {...panel} />
    </Suspense>
  );
}
