import { lazy, Suspense, useCallback, useState } from "react";
import type { NodeRegistry } from "#engine";
import { resolveId } from "../drawing/resolve.ts";
import { AttachDialog } from "./attach-dialog.tsx";
import { useEditor } from "./editor-context.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import type { EditorActions } from "./use-actions.ts";

const VersionsDialog = lazy(async () => ({ default: (await import("../versions/index.ts")).VersionsDialog }));

type Asked =
  | { readonly kind: "flow" }
  | { readonly kind: "versions" }
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "attach"; readonly id: string; readonly socket: string };

/** The dialogs of the editor, one at a time. */
export function useDialogs(actions: EditorActions) {
  const { document, session, registry } = useEditor();
  const [asked, setAsked] = useState<Asked>();
  const renameSelected = useCallback(() => {
    const [id] = session.getState().selected;
    if (id !== undefined && document.getState().flow.nodes.some((node) => node.id === id))
      setAsked({ kind: "node", id });
  }, [document, session]);
  const renameFlow = useCallback(() => setAsked({ kind: "flow" }), []);
  const showVersions = useCallback(() => setAsked({ kind: "versions" }), []);
  const attach = useCallback(
    (id: string, handle: string) => {
      const socket = handle.replace("socket:", "");
      const host = resolveId(document.getState().flow, id, registry);
      const [only, ...others] = fitting(registry, host?.definition.attach[socket]?.kind);
      if (host && only && others.length === 0) actions.attach(host, socket, only.type);
      else if (only) setAsked({ kind: "attach", id, socket });
    },
    [actions, document, registry],
  );
  const open = asked && <OpenDialog asked={asked} actions={actions} onClose={() => setAsked(undefined)} />;
  return { open, renameSelected, renameFlow, showVersions, attach };
}

function OpenDialog({ asked, actions, onClose }: { asked: Asked; actions: EditorActions; onClose: () => void }) {
  const { document, registry } = useEditor();
  const { flow } = document.getState();
  if (asked.kind === "flow") return <RenameDialog name={flow.title} onRename={actions.renameFlow} onClose={onClose} />;
  if (asked.kind === "versions")
    return (
      <Suspense>
        <VersionsDialog onClose={onClose} />
      </Suspense>
    );
  const target = resolveId(flow, asked.id, registry);
  if (target === undefined) return null;
  if (asked.kind === "node")
    return <RenameDialog name={target.title} onRename={(title) => actions.rename(asked.id, title)} onClose={onClose} />;
  const choose = (type: string) => {
    actions.attach(target, asked.socket, type);
    onClose();
  };
  const choices = fitting(registry, target.definition.attach[asked.socket]?.kind);
  return <AttachDialog host={target} socket={asked.socket} choices={choices} onChoose={choose} onClose={onClose} />;
}

/** The kinds of helper that hang on a socket of this kind. */
function fitting(registry: NodeRegistry, kind: string | undefined) {
  return [...registry.values()].filter(({ provides }) => provides !== undefined && provides === kind);
}
