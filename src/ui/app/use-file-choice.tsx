import { useCallback, useRef, useState } from "react";
import type { ReactNode } from "react";
import { notify } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useFileDrop } from "./use-file-drop.ts";

interface FileChoice {
  /** What was chosen, until it is cleared. */
  readonly file: File | undefined;
  readonly clear: () => void;
  readonly choose: () => void;
  /** Has to be on the page, where nobody sees it. */
  readonly input: ReactNode;
  /** Something is held over the page. */
  readonly isOver: boolean;
}

/** One file from the person's device, chosen or, where `takesDrop`, dropped anywhere on the page. */
export function useFileChoice(label: string, accept: string, takesDrop: boolean): FileChoice {
  const t = useMessages().library;
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const take = useCallback(
    (files: readonly File[]) => {
      if (files.length > 1) void notify({ text: t.oneFile, signal: "ask" });
      else setFile(files[0]);
    },
    [t],
  );
  const isOver = useFileDrop(takesDrop ? take : undefined);
  return {
    file,
    clear: () => setFile(undefined),
    choose: () => input.current?.click(),
    isOver,
    input: (
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          // So that choosing the same file again counts as a change.
          event.target.value = "";
        }}
      />
    ),
  };
}
