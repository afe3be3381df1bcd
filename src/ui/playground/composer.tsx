import { useState } from "react";
import type { KeyboardEvent, SyntheticEvent } from "react";
import { IconButton } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type ComposerProps = {
  /** Who is speaking, as in "Write as Nora". */
  speaker: string;
  /** An answer is being written; it can be stopped. */
  isAnswering: boolean;
  onSend: (text: string) => void;
  onStop: () => void;
  disabled?: boolean;
  /** A message that was not taken: it is here again to be sent, unless something else has been written. */
  returned?: { readonly text: string } | undefined;
};

/** Where a message is written: Enter sends, Shift and Enter makes a new line. */
export function Composer({ speaker, isAnswering, onSend, onStop, disabled = false, returned }: ComposerProps) {
  const t = useMessages().chat;
  const [text, setText] = useState(returned?.text ?? "");
  const [seen, setSeen] = useState(returned);
  if (returned !== seen) {
    setSeen(returned);
    if (returned !== undefined && text === "") setText(returned.text);
  }
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === "" || isAnswering || disabled) return;
    onSend(text.trim());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };
  return (
    <form className="field area composer" onSubmit={send}>
      <textarea
        rows={1}
        value={text}
        aria-label={t.write(speaker)}
        placeholder={t.write(speaker)}
        // Not `disabled`, which would take the focus from somebody who goes on writing when the answer is there.
        readOnly={disabled}
        aria-disabled={disabled || undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isAnswering ? (
        <IconButton icon="square" variant="default" label={t.stop} onPress={onStop} />
      ) : (
        <IconButton icon="send" variant="primary" type="submit" label={t.send} disabled={disabled} />
      )}
    </form>
  );
}

/** To where the next message is written, from what has just gone away under the focus. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>(".composer textarea")?.focus();
}
