import { useState } from "react";
import type { RunEvent } from "#engine";
import type { ShelvedRun } from "#store";
import { Dialog, Segmented } from "#ui/kit";
import { ReceiptCheck } from "./receipt-check.tsx";
import { ReceiptKeep } from "./receipt-keep.tsx";
import { pageWords } from "./words.ts";

export type ReceiptDialogProps = { run: ShelvedRun; events: readonly RunEvent[]; onClose: () => void };

/** A receipt to keep elsewhere, or one that was kept, to compare. */
export function ReceiptDialog({ run, events, onClose }: ReceiptDialogProps) {
  const t = pageWords().traces.receipt;
  const [task, setTask] = useState<"keep" | "check">("keep");
  const options = [
    { value: "keep", label: t.keep },
    { value: "check", label: t.check },
  ] as const;
  return (
    <Dialog title={t.title} isOpen onClose={onClose} size="wide">
      <div className="col g16">
        <Segmented label={t.what} options={options} value={task} onChange={setTask} />
        {task === "keep" ? <ReceiptKeep run={run} /> : <ReceiptCheck {...{ run, events }} />}
      </div>
    </Dialog>
  );
}
