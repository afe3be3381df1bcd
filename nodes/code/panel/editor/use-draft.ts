import { useState } from "react";

export interface Draft {
  readonly text: string;
  /** What the text is held against: what is stored in the flow. */
  readonly saved: string;
  /** What the text began with. */
  readonly first: string;
  readonly isChanged: boolean;
  readonly change: (text: string) => void;
  readonly save: () => void;
}

/** A text that is written apart from the flow, and goes into it when it is saved. */
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
  return { text, saved, first, isChanged, change, save };
}
