import { lazy, Suspense, useState } from "react";
import type { RunEvent } from "#engine";
import type { ShelvedRun } from "#store";
import { Menu } from "#ui/kit";
import { pageWords } from "./words.ts";

export type TraceMenuProps = { run: ShelvedRun; events: readonly RunEvent[]; onErased: () => void };

const CopyDialog = lazy(async () => ({ default: (await import("./copy-dialog.tsx")).CopyDialog }));
const EraseDialog = lazy(async () => ({ default: (await import("./erase-dialog.tsx")).EraseDialog }));
const ReceiptDialog = lazy(async () => ({ default: (await import("./receipt-dialog.tsx")).ReceiptDialog }));

/** What is done with a trace now and then. */
export function TraceMenu({ run, events, onErased }: TraceMenuProps) {
  const { traces } = pageWords();
  const [task, setTask] = useState<string>();
  const close = () => setTask(undefined);
  return (
    <>
      <Menu
        label={traces.more}
        variant="default"
        size="default"
        items={[
          { id: "copy", label: traces.copy.open, icon: "send" },
          { id: "receipt", label: traces.receipt.open, icon: "receipt" },
          { id: "erase", label: traces.erase.open, icon: "trash", danger: true, separated: true },
        ]}
        onChoose={setTask}
      />
      <Suspense>
        {task === "copy" && <CopyDialog {...{ run, events }} onClose={close} />}
        {task === "receipt" && <ReceiptDialog {...{ run, events }} onClose={close} />}
        {task === "erase" && <EraseDialog {...{ run, events, onErased }} onClose={close} />}
      </Suspense>
    </>
  );
}
