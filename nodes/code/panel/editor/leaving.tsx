import { Button } from "#ui/kit";
import type { PanelWords } from "../words/index.ts";
import type { Draft } from "./use-draft.ts";

export type LeavingProps = { words: PanelWords; draft: Draft; onStay: () => void; onClose: () => void };

/** What is asked when the editor is closed with changes in it. */
export function Leaving({ words, draft, onStay, onClose }: LeavingProps) {
  const t = words.editor;
  const after = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <>
      <p className="grow" role="alert">
        {t.leave}
      </p>
      <Button variant="ghost" onPress={onStay}>
        {t.stay}
      </Button>
      <Button variant="danger" onPress={after(draft.discard)}>
        {t.discard}
      </Button>
      <Button variant="primary" onPress={after(draft.save)}>
        {t.saveAndClose}
      </Button>
    </>
  );
}
