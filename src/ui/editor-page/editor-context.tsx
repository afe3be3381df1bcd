import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Flow, NodeRegistry } from "#engine";
import type { SessionState } from "#store";
import type { OpenDocument } from "./open-document.ts";

/** What every part of the editor shares. The object is stable for as long as the flow is open. */
export interface Editor extends OpenDocument {
  /** Enough to draw; what checks a flow is fetched later. */
  readonly registry: NodeRegistry;
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

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useEditor().session, select);
}
