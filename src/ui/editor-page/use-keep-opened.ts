import { useEffect } from "react";
import { useHome } from "../app/home-context.tsx";
import { useEditor } from "./editor-context.tsx";

/**
 * Keeps the flow as it was opened as a restore point, with the first change: undo ends with the page, and this does not. One
 * that cannot be kept is missed by nobody yet, and a full disk is told of when the change itself is saved.
 */
export function useKeepOpened(): void {
  const { flows } = useHome();
  const { document } = useEditor();
  useEffect(() => {
    const opened = document.getState().flow;
    const stop = document.subscribe(({ flow, past }) => {
      // Another tab's work that is read anew is no change of this one.
      if (flow === opened || past.length === 0) return;
      stop();
      if (opened.nodes.length > 0)
        void flows.addVersion(opened, { reason: "opened", label: "" }, Date.now()).catch(() => undefined);
    });
    return stop;
  }, [document, flows]);
}
