import { useEffect } from "react";
import type { RefObject } from "react";
import { useEditor, type Editor } from "./editor-context.tsx";
import { fragmentOf, readFragment } from "../edits/selection.ts";
import { gridSize } from "../edits/places.ts";
import { focusNextPane } from "./panes.ts";
import type { EditorActions } from "./use-actions.ts";

export interface KeyParts {
  readonly actions: EditorActions;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onSearch: () => void;
  readonly onRename: () => void;
  readonly onRun: () => void;
}

const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-gridSize, 0],
  ArrowRight: [gridSize, 0],
  ArrowUp: [0, -gridSize],
  ArrowDown: [0, gridSize],
};

/** The keys of the whole editor. Where a person writes, only the keys that no field uses are taken. */
export function useCanvasKeys(parts: KeyParts): void {
  const editor = useEditor();
  const { actions } = parts;
  useEffect(() => {
    const { document } = globalThis;
    const { document: opened, session } = editor;
    const listening = new AbortController();
    const options = { signal: listening.signal };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isDialogOpen()) return;
      const isControl = event.ctrlKey || event.metaKey;
      const work = isControl
        ? withControl(event, parts, editor, isWriting(event))
        : plain(event, parts, editor, isWriting(event));
      if (work === undefined) return;
      event.preventDefault();
      work();
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isWriting(event) || isDialogOpen() || !document.getSelection()?.isCollapsed) return;
      const { selected } = session.getState();
      const fragment = fragmentOf(opened.getState().flow, selected);
      if (fragment === undefined) return;
      event.clipboardData?.setData("text/plain", JSON.stringify(fragment));
      event.preventDefault();
      if (event.type === "cut") actions.remove(selected);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isWriting(event) || isDialogOpen()) return;
      const fragment = readFragment(event.clipboardData?.getData("text/plain") ?? "");
      if (fragment === undefined) return;
      event.preventDefault();
      actions.paste(fragment);
    };
    document.addEventListener("keydown", onKey, options);
    document.addEventListener("copy", onCopy, options);
    document.addEventListener("cut", onCopy, options);
    document.addEventListener("paste", onPaste, options);
    return () => listening.abort();
  }, [actions, editor, parts]);
}

type Work = (() => void) | undefined;

function withControl(
  event: KeyboardEvent,
  { actions, onRun }: KeyParts,
  { document, session }: Editor,
  isField: boolean,
): Work {
  const key = event.key.toLowerCase();
  if (key === "enter") return onRun;
  if (isField) return undefined;
  if (key === "z") return event.shiftKey ? actions.redo : actions.undo;
  if (key === "y") return actions.redo;
  if (key === "d") return () => actions.duplicate();
  if (key === "a") return () => session.select(document.getState().flow.nodes.map(({ id }) => id));
  return undefined;
}

function plain(
  event: KeyboardEvent,
  { actions, search, onSearch, onRename }: KeyParts,
  { session }: Editor,
  isField: boolean,
): Work {
  const { key } = event;
  if (key === "F6") return () => focusNextPane(event.shiftKey ? -1 : 1);
  if (isField) return undefined;
  const hasSelection = session.getState().selected.length > 0;
  if (key === "/")
    return () => {
      onSearch();
      requestAnimationFrame(() => search.current?.focus());
    };
  if (!hasSelection) return undefined;
  if (key === "Delete" || key === "Backspace") return () => actions.remove();
  if (key === "Escape") return () => session.select([]);
  if (key === "F2") return onRename;
  const step = arrows[key];
  // A focused node is moved by React Flow itself, together with the others that are chosen.
  if (step === undefined || !isCanvas(event)) return undefined;
  const far = event.shiftKey ? 4 : 1;
  return () => actions.nudge(step[0] * far, step[1] * far);
}

function isWriting(event: Event): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"))
  );
}

function isCanvas({ target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target === document.body || (target.closest(".canvas") !== null && target.closest(".react-flow__node") === null)
  );
}

function isDialogOpen(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], dialog[open]") !== null;
}
