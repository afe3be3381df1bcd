import { createContext, use, useMemo } from "react";
import { useStore } from "zustand";
import type { Finding, Flow, NodeRegistry } from "#engine";
import type { SessionState } from "#store";
import type { CheckFlow } from "../checks/use-checks.ts";
import type { OpenDocument } from "./open-document.ts";

/** What every part of the editor shares. The object changes once while the flow is open: when the checks have been fetched. */
export interface Editor extends OpenDocument {
  /** At first only enough to draw; with the checks comes all that there is to know of each kind of step. */
  readonly registry: NodeRegistry;
  /** Undefined until it has been fetched, which happens after the canvas is drawn. */
  readonly check: CheckFlow | undefined;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === undefined) throw new Error("This part stands outside the editor.");
  return editor;
}

export function useFlow(): Flow {
  return useStore(useEditor().document, (state) => state.flow);
}

/** What the checks find in the flow, once there are checks. */
export function useFindings(): readonly Finding[] | undefined {
  const { check } = useEditor();
  const flow = useFlow();
  return useMemo(() => check?.(flow), [check, flow]);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useEditor().session, select);
}
