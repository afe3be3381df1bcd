import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { PopoverProps } from "../popover.tsx";

/** The open popover: takes the focus, gives it back, closes on Escape and on a press outside. */
export function PopoverPanel({ label, anchor, onClose, children, placement = "bottom" }: Omit<PopoverProps, "isOpen">) {
  return (
    <Popover
      className="popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement={placement}
      offset={6}
    >
      <Dialog className="pop-body" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
