import { useState } from "react";
import { Button, Dialog, TextField } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type RenameDialogProps = { name: string; onRename: (name: string) => void; onClose: () => void };

/** Asks for another name. An empty one is not taken. */
export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const t = useMessages();
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim().slice(0, 120);
  const rename = () => {
    if (wanted !== "" && wanted !== name) onRename(wanted);
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t.common.cancel}</Button>
      <Button variant="primary" disabled={wanted === ""} onPress={rename}>
        {t.edit.save}
      </Button>
    </>
  );
  return (
    <Dialog title={t.edit.menu.rename} isOpen onClose={onClose} footer={footer}>
      <TextField label={t.edit.name} value={typed} onChange={setTyped} onSubmit={rename} ref={focusAndSelect} />
    </Dialog>
  );
}

function focusAndSelect(field: HTMLInputElement | null) {
  field?.select();
}
