import { Button } from "#ui/kit";
import type { PanelWords } from "../words/index.ts";

export type LeavingProps = { words: PanelWords; onStay: () => void; onDiscard: () => void; onSave: () => void };

/** What is asked when the editor is closed with changes in it. */
export function Leaving({ words, onStay, onDiscard, onSave }: LeavingProps) {
  const t = words.editor;
  return (
    <>
      <p className="grow" role="alert">
        {t.leave}
      </p>
      <Button variant="ghost" onPress={onStay}>
        {t.stay}
      </Button>
      <Button variant="danger" onPress={onDiscard}>
        {t.discard}
      </Button>
      <Button variant="primary" onPress={onSave}>
        {t.saveAndClose}
      </Button>
    </>
  );
}
