import { lazy, Suspense } from "react";
import type { ReactNode } from "react";

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the decisive one last. */
  footer?: ReactNode;
  size?: "default" | "wide" | "full" | "sheet";
};

const ModalPanel = lazy(async () => ({ default: (await import("./overlay/modal-panel.tsx")).ModalPanel }));

/** A question or a task that has to be finished or left first. */
export function Dialog({ isOpen, ...panel }: DialogProps) {
  if (!isOpen) return null;
  return (
    <Suspense>
      <ModalPanel {...panel} />
    </Suspense>
  );
}

/** A dialog that slides in from the right and takes the full height, for reading and checking long things. */
export function Sheet(props: Omit<DialogProps, "size">) {
  return <Dialog {...props} size="sheet" />;
}
