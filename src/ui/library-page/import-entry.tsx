import { lazy, Suspense } from "react";
import { DropVeil } from "../app/drop-veil.tsx";
import { useFileChoice } from "../app/use-file-choice.tsx";
import { useMessages } from "../messages/index.ts";

const ImportFile = lazy(async () => ({ default: (await import("../exchange/index.ts")).ImportFile }));

/** The ways in for a file, a button and a drop anywhere on the page, and what becomes of it. */
export function useImport(ways: "button" | "button and drop"): { choose: () => void; entry: React.ReactNode } {
  const t = useMessages().library;
  const { file, clear, choose, input, isOver } = useFileChoice(t.import, ".json,.zip", ways === "button and drop");
  const entry = (
    <>
      {input}
      {isOver && <DropVeil title={t.drop} text={t.dropText} />}
      {file !== undefined && (
        <Suspense>
          <ImportFile file={file} onClose={clear} />
        </Suspense>
      )}
    </>
  );
  return { choose, entry };
}
