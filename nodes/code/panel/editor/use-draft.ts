import { useEffect, useRef, useState } from "react";

export interface Draft {
  readonly text: string;
  /** What the text is held against: what is stored in the flow. */
  readonly saved: string;
  /** What the text began with. */
  readonly first: string;
  readonly isChanged: boolean;
  readonly change: (text: string) => void;
  readonly save: () => void;
  /** Gives up what is not saved. */
  readonly discard: () => void;
}

/**
 * A text that is written apart from the flow, and goes into it when it is saved. Where the editor is taken away before its writer has
 * decided (a window made narrow shows another pane), it is saved as well: that can be undone, and a lost text cannot.
 */
export function useDraft(source: string, onSave: (text: string) => void): Draft {
  const [first] = useState(() => source.replaceAll("\r\n", "\n"));
  const [text, change] = useState(first);
  const [saved, setSaved] = useState(first);
  const isChanged = text !== saved;
  const save = () => {
    if (!isChanged) return;
    onSave(text);
    setSaved(text);
  };
  const takenAway = useRef(save);
  const isDiscarded = useRef(false);
  useEffect(() => {
    takenAway.current = save;
  });
  useEffect(
    () => () => {
      if (!isDiscarded.current) takenAway.current();
    },
    [],
  );
  const discard = () => {
    isDiscarded.current = true;
  };
  return { text, saved, first, isChanged, change, save, discard };
}
