import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { notify } from "#ui/kit";
import { Brand } from "../app/brand.tsx";
import { EditorFrame, Palette, PaletteRail, useMedia } from "../editor/index.ts";
import { useMessages } from "../messages/index.ts";
import { CanvasStage } from "./canvas-stage.tsx";
import { useEditor, useFindings, useSession } from "./editor-context.tsx";
import { paletteGroups } from "./palette-groups.ts";
import { TopBar } from "./top-bar.tsx";
import { useActions } from "./use-actions.ts";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useChosenFinding } from "./use-chosen-finding.ts";
import { useDialogs } from "./use-dialogs.tsx";
import { useKeepOpened } from "./use-keep-opened.ts";
import { useKeepInView } from "./use-keep-in-view.ts";
import { useRun } from "./use-run.ts";
import { useSaveNotice } from "./use-save-notice.ts";

const loadDock = () => import("./dock-pane.tsx");
const loadInspector = () => import("../inspector/index.ts");
const DockPane = lazy(async () => ({ default: (await loadDock()).DockPane }));
const EditorCommands = lazy(async () => ({ default: (await import("./editor-commands.tsx")).EditorCommands }));
const InspectorPane = lazy(async () => ({ default: (await loadInspector()).InspectorPane }));
const nothingFound = [] as const;
const shutAtFirst = ["logic", "data"] as const;
const firstDockHeight = 300;

interface FlowEditorProps {
  /** Whether the canvas has been drawn, after which the rest is fetched. */
  readonly isDrawn: boolean;
  readonly onDrawn: (isDrawn: true) => void;
}

/** The editor of the open flow. */
export function FlowEditor({ isDrawn, onDrawn: onFirstLook }: FlowEditorProps) {
  const { session, registry } = useEditor();
  const actions = useActions();
  const isWide = useMedia("(min-width: 1101px)");
  const [isPaletteOpen, setPaletteOpen] = useState(isWide);
  const [dockHeight, setDockHeight] = useState(firstDockHeight);
  const isDockOpen = useSession((state) => state.dock.open);
  const hasInspector = useSession((state) => state.inspectorOpen && state.selected.length > 0);
  const checked = useFindings();
  const findings = checked ?? nothingFound;
  const chosen = useChosenFinding(findings);
  const { open, renameSelected, renameFlow, showVersions, attach } = useDialogs(actions);
  const run = useRun();
  const search = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => paletteGroups(registry), [registry]);
  const exportFlow = useExport();
  useSaveNotice();
  useKeepOpened();
  useKeepInView(hasInspector);
  const keys = useMemo(
    () => ({ actions, search, onSearch: () => setPaletteOpen(true), onRename: renameSelected, onRun: run.start }),
    [actions, renameSelected, run.start],
  );
  useCanvasKeys(keys);
  const onDrawn = useCallback(() => finishFirstLoad(() => onFirstLook(true)), [onFirstLook]);
  useEffect(() => void (isDrawn && loadInspector()), [isDrawn]);
  const shared = { actions, findings };
  const topBar = { ...shared, findings: checked, isRunning: run.isRunning, onRun: run.start, onStop: run.stop };
  return (
    <>
      <SkipToChat />
      <EditorFrame
        brand={<Brand />}
        topBar={
          <TopBar
            {...topBar}
            onRename={renameFlow}
            onVersions={showVersions}
            onExport={exportFlow}
            onSafety={() => session.showDock("findings")}
          />
        }
        palette={<Palette groups={groups} onAdd={actions.add} searchRef={search} shut={isWide ? shutAtFirst : []} />}
        rail={<PaletteRail groups={groups.map(({ group }) => group)} onOpen={() => setPaletteOpen(true)} />}
        isPaletteOpen={isPaletteOpen}
        canvas={
          <CanvasStage
            {...{ ...shared, chosen, onDrawn }}
            badges={run.badges}
            onAttach={attach}
            onStops={() => session.showDock("trace")}
            onRename={renameSelected}
          />
        }
        inspector={
          hasInspector ? (
            <Suspense fallback={<aside className="insp" />}>
              <InspectorPane {...shared} onRename={renameSelected} />
            </Suspense>
          ) : undefined
        }
        dock={
          <Suspense fallback={<section className="dock" />}>
            {isDrawn && <DockPane {...{ ...shared, chosen }} onRun={run.onRun} />}
          </Suspense>
        }
        {...{ isDockOpen, dockHeight }}
        onDockHeight={setDockHeight}
      />
      <Suspense>
        {isDrawn && (
          <EditorCommands {...{ actions, run }} onRename={renameFlow} onVersions={showVersions} onExport={exportFlow} />
        )}
      </Suspense>
      {open}
    </>
  );
}

function SkipToChat() {
  const { session } = useEditor();
  const t = useMessages();
  const skip = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    session.showDock("chat");
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".composer textarea")?.focus());
  };
  return (
    <a className="skip" href="#chat" onClick={skip}>
      {t.edit.skipToChat}
    </a>
  );
}

/** Milliseconds for the drawing alone: a first look and a first drag are not held up by what is fetched next. */
const firstLook = 300;

/** The mark is what the first load is measured against; everything that is fetched later waits until the browser is idle. */
function finishFirstLoad(next: () => void) {
  if (performance.getEntriesByName("canvas-usable").length === 0) performance.mark("canvas-usable");
  setTimeout(() => {
    // Not every browser tells when it is idle.
    if ("requestIdleCallback" in globalThis) requestIdleCallback(next, { timeout: 500 });
    else next();
  }, firstLook);
}

function useExport(): () => void {
  const { document } = useEditor();
  const t = useMessages();
  return useCallback(() => {
    void import("../exchange/index.ts").then(({ saveFlowFile }) =>
      notify({ text: t.library.exported(saveFlowFile(document.getState().flow)) }),
    );
  }, [document, t]);
}
