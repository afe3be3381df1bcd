import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useKitWords } from "../kit-words.tsx";
import type { DialogProps } from "../dialog.tsx";
import { IconButton } from "../icon-button.tsx";

/** The open dialog: the rest of the page is inert until it closes. */
export function ModalPanel({ title, onClose, children, footer, size = "default" }: Omit<DialogProps, "isOpen">) {
  const t = useKitWords();
  const onOpenChange = (isOpen: boolean) => !isOpen && onClose();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={onOpenChange}>
      <Modal className={size === "default" ? "modal" : `modal ${size}`}>
        <Dialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="x" label={t.close} onPress={onClose} />
          </header>
          <div className="body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
