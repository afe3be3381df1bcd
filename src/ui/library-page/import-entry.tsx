import { lazy, Suspense } from "react";
import { Icon } from "#ui/kit";
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
          <ImportFile file={file} onClose={clear} />
        </Suspense>
      )}
    </>
  );
  return { choose, entry };
}
