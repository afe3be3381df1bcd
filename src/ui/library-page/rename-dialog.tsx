import { useState } from "react";
import { Button, Dialog, TextField } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { longestTitle } from "../app/flow-copies.ts";

export type RenameDialogProps = { title: string; onRename: (title: string) => void; onClose: () => void };

/** Asks for a flow's new name. */
export function RenameDialog({ title, onRename, onClose }: RenameDialogProps) {
  const t = useMessages();
  const [name, setName] = useState(title);
  const wanted = name.trim().slice(0, longestTitle);
  const rename = () => {
    if (wanted !== "") onRename(wanted);
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t.common.cancel}</Button>
      <Button variant="primary" onPress={rename} disabledReason={wanted === "" ? t.library.nameEmpty : undefined}>
        {t.library.rename}
      </Button>
    </>
  );
  return (
    <Dialog title={t.library.renameTitle} isOpen onClose={onClose} footer={footer}>
      <TextField
        label={t.library.nameLabel}
        value={name}
        onChange={setName}
        onSubmit={rename}
        error={wanted === "" ? t.library.nameEmpty : undefined}
      />
    </Dialog>
  );
}
