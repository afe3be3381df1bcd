import { Button, Dialog } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type StopEverythingProps = { isOpen: boolean; running: number; onConfirm: () => void; onClose: () => void };

/** The emergency stop asks once, and says what will end. */
export function StopEverything({ isOpen, running, onConfirm, onClose }: StopEverythingProps) {
  const t = useMessages();
  const confirm = () => {
    onConfirm();
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{running > 0 ? t.common.cancel : t.kit.close}</Button>
      {running > 0 && (
        <Button variant="danger" icon="power" onPress={confirm}>
          {t.stopAll.confirm}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={t.stopAll.title} isOpen={isOpen} onClose={onClose} footer={footer}>
      <p className="t2">{running > 0 ? t.stopAll.text(running) : t.stopAll.nothing}</p>
    </Dialog>
  );
}
