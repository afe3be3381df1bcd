import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { Button, notify } from "#ui/kit";
import { useFileDrop } from "../library-page/use-file-drop.ts";
import { useMessages } from "../messages/index.ts";
import { pageWords } from "./words.ts";

const TravelFile = lazy(async () => ({ default: (await import("./travel-file.tsx")).TravelFile }));

/** The way in for a decision that comes back, or for somebody else's request: a button, and a drop anywhere on the page. */
export function OpenTravelFile() {
  const t = useMessages().library;
  const { decide } = pageWords();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const take = useCallback(
    (files: readonly File[]) => {
      if (files.length > 1) void notify({ text: t.oneFile, signal: "ask" });
      else setFile(files[0]);
    },
    [t],
  );
  useFileDrop(take);
  return (
    <>
      <Button icon="download" label={decide.openFile} onPress={() => input.current?.click()}>
        <span className="wide-only">{decide.openFile}</span>
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={decide.openFile}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          // So that choosing the same file again counts as a change.
          event.target.value = "";
        }}
      />
      {file !== undefined && (
        <Suspense>
          <TravelFile file={file} onClose={() => setFile(undefined)} />
        </Suspense>
      )}
    </>
  );
}
