import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Finding } from "#engine";
import type { SavedState as StoredState } from "#store";
import { EditorTopBar } from "../editor/index.ts";
import type { EditorTopBarProps, SavedState } from "../editor/index.ts";
import { useMessages } from "../messages/index.ts";
import type { Messages } from "../messages/index.ts";
import { guardKindOf } from "../drawing/node-view.ts";
import { useEditor, useFlow, useSession } from "./editor-context.tsx";
import type { EditorActions } from "./use-actions.ts";

export type TopBarProps = Pick<EditorTopBarProps, "onSafety" | "isRunning" | "onRun" | "onStop" | "onExport"> & {
  actions: EditorActions;
  findings: readonly Finding[] | undefined;
  onRename: () => void;
  onVersions: () => void;
};

/** The top bar over the open flow. */
export function TopBar({ actions, findings, onRename, onVersions, ...run }: TopBarProps) {
  const t = useMessages();
  const { document, session, registry } = useEditor();
  const flow = useFlow();
  const canUndo = useStore(document, ({ past }) => past.length > 0);
  const canRedo = useStore(document, ({ future }) => future.length > 0);
  const dock = useSession((state) => state.dock);
  const several = useSession((state) => state.selected.length > 1);
  const saved = useSaved();
  const steps = flow.nodes.filter(({ type }) => isStep(registry.get(type))).length;
  const toRepair = findings?.filter(({ severity }) => severity === "error").length ?? 0;
  const act: Readonly<Record<string, () => void>> = {
    rename: onRename,
    versions: onVersions,
    tidy: () => void actions.tidy(),
    left: () => actions.align("left"),
    top: () => actions.align("top"),
  };
  return (
    <EditorTopBar
      {...run}
      flowName={flow.title}
      flowActions={[
        { id: "rename", label: t.edit.menu.rename, icon: "pen-line" },
        { id: "versions", label: t.edit.menu.versions, icon: "history" },
        { id: "tidy", label: t.edit.menu.tidy, icon: "workflow" },
        { id: "left", label: t.edit.menu.alignLeft, disabled: !several, separated: true },
        { id: "top", label: t.edit.menu.alignTop, disabled: !several },
      ]}
      onFlowAction={(id) => act[id]?.()}
      saved={saved}
      safety={findings && { steps, toRepair, findings: findings.length }}
      undo={canUndo ? actions.undo : undefined}
      redo={canRedo ? actions.redo : undefined}
      isChatOpen={dock.open && dock.tab === "chat"}
      onChat={() => (dock.open && dock.tab === "chat" ? session.toggleDock() : session.showDock("chat"))}
    />
  );
}

function isStep(definition: { provides: string | undefined; group: string } | undefined): boolean {
  return definition !== undefined && definition.group !== "note" && guardKindOf(definition.provides) === undefined;
}

/** Whether the flow is saved, in words that grow older by themselves. */
function useSaved(): SavedState {
  const t = useMessages();
  const saved = useStore(useEditor().document, (state) => state.saved);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return savedWords(saved, now, t);
}

function savedWords(saved: StoredState, now: number, t: Messages): SavedState {
  if (saved.state === "saving") return { kind: "saving" };
  if (saved.state === "failed") return { kind: "failed" };
  if (saved.state === "elsewhere") return { kind: "note", words: t.edit.saved.elsewhere };
  const minutes = Math.floor((now - saved.at) / 60_000);
  if (minutes < 1) return { kind: "now" };
  return { kind: "ago", when: minutes < 60 ? t.edit.ago.minutes(minutes) : t.edit.ago.hours(Math.floor(minutes / 60)) };
}
