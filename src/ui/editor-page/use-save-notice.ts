import { useEffect } from "react";
import { notify } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useEditor } from "./editor-context.tsx";

/** Tells when the flow could not be saved, and offers the way to keep it. */
export function useSaveNotice(): void {
  const { document } = useEditor();
  const t = useMessages();
  useEffect(
    () =>
      document.subscribe(({ saved, flow }, before) => {
        if (saved.state !== "failed" || before.saved.state === "failed") return;
        const exportFlow = () => void import("../exchange/index.ts").then(({ saveFlowFile }) => saveFlowFile(flow));
        void notify({
          signal: "stop",
          text: t.edit.saved[saved.reason],
          action: { label: t.editor.export, onPress: exportFlow },
        });
      }),
    [document, t],
  );
}
