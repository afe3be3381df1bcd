import { lazy, Suspense, useState } from "react";
import type { RunEvent } from "#engine";
import type { ShelvedRun } from "#store";
import { Menu, notify } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { saveReceipt } from "./save-receipt.ts";
import { pageWords } from "./words.ts";

export type TraceMenuProps = { run: ShelvedRun; events: readonly RunEvent[]; onErased: () => void };

const EraseDialog = lazy(async () => ({ default: (await import("./erase-dialog.tsx")).EraseDialog }));

/** What is done with a trace now and then. */
export function TraceMenu({ run, events, onErased }: TraceMenuProps) {
  const { traces } = pageWords();
  const home = useHome();
  const [isErasing, setErasing] = useState(false);
  const receipt = () =>
    void saveReceipt(home, run).then(
      (name) =>
        void notify(
          name === undefined ? { text: traces.noReceipt, signal: "stop" } : { text: traces.receiptSaved(name) },
        ),
      () => void notify({ text: traces.noReceipt, signal: "stop" }),
    );
  return (
    <>
      <Menu
        label={traces.more}
        variant="default"
        size="default"
        items={[
          { id: "receipt", label: traces.receipt, icon: "receipt" },
          { id: "erase", label: traces.erase.open, icon: "trash", danger: true, separated: true },
        ]}
        onChoose={(id) => (id === "receipt" ? receipt() : setErasing(true))}
      />
      {isErasing && (
        <Suspense>
          <EraseDialog {...{ run, events, onErased }} onClose={() => setErasing(false)} />
        </Suspense>
      )}
    </>
  );
}
