import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { applyEdits, type DrawnNode, type EditOperation, type Finding } from "#engine";
import { notify } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { Messages } from "../messages/index.ts";
import { repairAll } from "../checks/finding-items.ts";
import { titleIn } from "../drawing/resolve.ts";
import type { WireEnds } from "../drawing/handles.ts";
import { useEditor, type Editor } from "./editor-context.tsx";
import { addNode, addNodeTo, attachTo, type Added } from "../edits/add-node.ts";
import { kindNamed } from "../edits/kind-named.ts";
import { align, type Edge } from "../edits/align.ts";
import { connect } from "../edits/connect.ts";
import { nudge, paste, remove, type Fragment, fragmentOf } from "../edits/selection.ts";

type Place = { readonly x: number; readonly y: number };

/** What a person can do to the drawing; each is one change that can be undone. The object is stable. */
export type EditorActions = ReturnType<typeof createActions>;

export function useActions(): EditorActions {
  const editor = useEditor();
  const t = useMessages();
  const { screenToFlowPosition, fitView } = useReactFlow();
  return useMemo(
    () => createActions(editor, t, { screenToFlowPosition, fitView }),
    [editor, t, screenToFlowPosition, fitView],
  );
}

type Canvas = Pick<ReturnType<typeof useReactFlow>, "screenToFlowPosition" | "fitView">;

function createActions(editor: Editor, t: Messages, canvas: Canvas) {
  return {
    ...building(editor, t, canvas),
    ...arranging(editor, t, canvas),
    ...repairing(editor, t),
    ...undoing(editor, t),
  };
}

const halfCard = { x: 104, y: 28 };

function building(editor: Editor, t: Messages, canvas: Canvas) {
  const { document, session, registry } = editor;
  const flow = () => document.getState().flow;
  const put = (title: string, added: Added) => {
    document.edit(t.edit.change.add(title), added.operations);
    session.select([added.nodeId]);
  };
  const pasteAs = (label: string, fragment: Fragment) => {
    const { operations, ids } = paste(flow(), fragment);
    document.edit(label, operations);
    session.select(ids);
  };
  return {
    /** Beside the chosen step, joined to it where that fits; else in the middle of the view. */
    add: (name: string) => {
      const definition = kindNamed(registry, name);
      if (definition === undefined) return;
      const [only, ...others] = session.getState().selected;
      const isStep = only !== undefined && others.length === 0 && flow().nodes.some(({ id }) => id === only);
      if (isStep) return put(definition.title, addNodeTo(flow(), only, definition, registry));
      const box = globalThis.document.querySelector(".canvas-area")?.getBoundingClientRect();
      const middle = canvas.screenToFlowPosition({
        x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
        y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
      });
      put(definition.title, addNode(flow(), definition, centred(middle), registry));
    },
    /** Where it was dropped; on a step with a fitting socket it hangs there. */
    drop: (name: string, screen: Place, onto: string | undefined) => {
      const definition = kindNamed(registry, name);
      if (definition === undefined) return;
      const host =
        onto === undefined ? undefined : registry.get(flow().nodes.find(({ id }) => id === onto)?.type ?? "");
      const isHelper = Object.values(host?.attach ?? {}).some(({ kind }) => kind === definition.provides);
      if (onto !== undefined && isHelper) return put(definition.title, addNodeTo(flow(), onto, definition, registry));
      put(definition.title, addNode(flow(), definition, centred(canvas.screenToFlowPosition(screen)), registry));
    },
    attach: (host: DrawnNode, socket: string, type: string) => {
      const definition = registry.get(type);
      if (definition) put(definition.title, attachTo(flow(), host, socket, definition, registry));
    },
    connect: (wire: WireEnds) => {
      const connected = connect(flow(), wire, registry);
      if (connected.ok) document.edit(t.edit.change.connect, [connected.operation]);
      else void notify({ signal: "stop", text: t.edit.found(connected.reason) });
    },
    remove: (ids: readonly string[] = session.getState().selected) => {
      const operations = remove(flow(), ids);
      if (operations.length > 0) document.edit(t.edit.change.remove(operations.length), operations);
      session.select([]);
    },
    paste: (fragment: Fragment) => pasteAs(t.edit.change.paste, fragment),
    duplicate: (ids: readonly string[] = session.getState().selected) => {
      const fragment = fragmentOf(flow(), ids);
      if (fragment) pasteAs(t.edit.change.duplicate, fragment);
    },
    rename: (nodeId: string, title: string) => {
      document.edit(t.edit.change.rename, [{ type: "set-node", nodeId, change: { title } }]);
    },
    renameFlow: (title: string) => {
      document.edit(t.edit.change.rename, [{ type: "rename", title }]);
    },
    turn: (nodeId: string, isOff: boolean) => {
      const words = isOff ? t.edit.change.off : t.edit.change.on;
      const title = titleIn(flow(), nodeId, registry);
      document.edit(words(title), [{ type: "set-node", nodeId, change: { disabled: isOff } }]);
    },
  };
}

function arranging({ document, session, registry }: Editor, t: Messages, canvas: Canvas) {
  const flow = () => document.getState().flow;
  return {
    nudge: (dx: number, dy: number) => {
      const ids = session.getState().selected;
      document.edit(t.edit.change.move, nudge(flow(), ids, dx, dy), `nudge ${ids.join(" ")}`);
    },
    move: (operations: readonly EditOperation[], gesture: string) => {
      if (operations.length > 0) document.edit(t.edit.change.move, operations, gesture);
    },
    align: (edge: Edge) => {
      document.edit(t.edit.change.align, align(flow(), session.getState().selected, edge));
    },
    tidy: async () => {
      const { layOut } = await import("../edits/lay-out.ts");
      document.edit(t.edit.change.tidy, layOut(flow(), registry));
      setTimeout(() => void canvas.fitView({ padding: 0.12, maxZoom: 1 }), 50);
    },
    /** Chooses a step or a wire and brings it into view. */
    show: (id: string) => {
      session.select([id]);
      const edge = flow().edges.find((each) => each.id === id);
      const nodes = edge === undefined ? [{ id }] : [{ id: edge.from.node }, { id: edge.to.node }];
      void canvas.fitView({ nodes, maxZoom: 1.25, padding: 0.4, duration: 200 });
    },
  };
}

function repairing({ document }: Editor, t: Messages) {
  return {
    repair: ({ fix }: Finding) => {
      if (fix) document.edit(t.edit.change.repair(t.edit.found(fix.title)), fix.operations);
    },
    repairAll: async () => {
      const { checkFlow } = await import("../checks/check-flow.ts");
      document.replace(t.edit.change.repairAll, repairAll(document.getState().flow, checkFlow, applyEdits));
    },
  };
}

function undoing({ document }: Editor, t: Messages) {
  return {
    undo: () => {
      const label = document.getState().past.at(-1)?.label;
      if (label === undefined) return;
      document.undo();
      void notify({ text: t.edit.undone(label) });
    },
    redo: () => {
      const label = document.getState().future[0]?.label;
      if (label === undefined) return;
      document.redo();
      void notify({ text: t.edit.redone(label) });
    },
  };
}

function centred({ x, y }: Place): Place {
  return { x: x - halfCard.x, y: y - halfCard.y };
}
