import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { Icon, notify } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useFileDrop } from "./use-file-drop.ts";

const ImportFile = lazy(async () => ({ default: (await import("../exchange/index.ts")).ImportFile }));

/** The ways in for a file, a button and a drop anywhere on the page, and what becomes of it. */
export function useImport(ways: "button" | "button and drop"): { choose: () => void; entry: React.ReactNode } {
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
  const isOver = useFileDrop(ways === "button and drop" ? take : undefined);
  const entry = (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.zip"
        aria-label={t.import}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          // So that choosing the same file again counts as a change.
          event.target.value = "";
        }}
      />
      {isOver && (
        <div className="drop-veil" role="status">
          <div>
            <Icon name="download" size={20} />
            <p className="w6">{t.drop}</p>
            <p className="t2">{t.dropText}</p>
          </div>
        </div>
      )}
      {file !== undefined && (
        <Suspense>
          <ImportFile file={file} onClose={() => setFile(undefined)} />
        </Suspense>
      )}
    </>
  );
  return { choose: () => input.current?.click(), entry };
}
