import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { dockTabs } from "#store";
import type { IconName } from "#ui/kit";
import { useOfferedCommands } from "../command-palette/index.ts";
import type { Command } from "../command-palette/index.ts";
import { useMessages } from "../messages/index.ts";
import { helpWords } from "../messages/help/index.ts";
import { useEditor } from "./editor-context.tsx";
import { editorCommands } from "./commands-of-flow.ts";
import type { EditorActions } from "./use-actions.ts";
import type { ShownRun } from "./use-run.ts";

export type EditorCommandsProps = {
  actions: EditorActions;
  run: ShownRun;
  onRename: () => void;
  onVersions: () => void;
  onExport: () => void;
};

const tabIcons: Readonly<Record<(typeof dockTabs)[number], IconName>> = {
  chat: "message-circle",
  trace: "scroll-text",
  approvals: "inbox",
  findings: "search-check",
  reach: "route",
};

/** Puts what can be done to the open flow into the command palette. Draws nothing. */
export function EditorCommands({ actions, run, onRename, onVersions, onExport }: EditorCommandsProps) {
  const { document, session, registry } = useEditor();
  const { fitView } = useReactFlow();
  const t = useMessages();
  const { isRunning, start, stop } = run;
  const make = useCallback((): readonly Command[] => {
    const words = helpWords().command;
    const here = (id: string, title: string, icon: IconName, work: () => void, keys?: string): Command => {
      return { id: `here-${id}`, group: "here", title, icon, run: work, ...(keys !== undefined && { keys }) };
    };
    const switchDataView = () => session.setState(({ dataView }) => ({ dataView: !dataView }));
    return [
      isRunning ? here("stop", t.editor.stop, "square", stop) : here("run", t.editor.run, "play", start, "⌘↵"),
      here("undo", t.editor.undo, "undo", actions.undo, "⌘Z"),
      here("redo", t.editor.redo, "redo", actions.redo, "⇧⌘Z"),
      here("repair", words.repairAll, "wrench", () => void actions.repairAll()),
      here("tidy", t.edit.menu.tidy, "workflow", () => void actions.tidy()),
      here("fit", t.canvas.fit, "maximize", () => void fitView({ padding: 0.12, maxZoom: 1 })),
      here("data-view", words.dataView, "layers", switchDataView),
      ...dockTabs.map((tab) =>
        here(`show-${tab}`, words.panel(t.editor.tabs[tab]), tabIcons[tab], () => session.showDock(tab)),
      ),
      here("rename", words.renameFlow, "pen-line", onRename),
      here("versions", t.edit.menu.versions, "history", onVersions),
      here("export", t.editor.export, "download", onExport),
      ...editorCommands(document.getState().flow, registry, actions, t.editor.addNode),
    ];
  }, [actions, document, session, registry, fitView, t, isRunning, start, stop, onRename, onVersions, onExport]);
  useOfferedCommands(make);
  return null;
}
