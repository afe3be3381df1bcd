import { useState } from "react";
import type { ReactNode } from "react";
import { Segmented, Splitter } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useMedia } from "./use-media.ts";

/** What a narrow window shows, one at a time. */
export type EditorPanel = "canvas" | "palette" | "inspector" | "dock";

export type EditorFrameProps = {
  /** The mark at the left end of the top bar. */
  brand: ReactNode;
  topBar: ReactNode;
  palette: ReactNode;
  rail: ReactNode;
  /** Whether a person wants the names; below 1100 px the palette lies over the canvas. */
  isPaletteOpen: boolean;
  canvas: ReactNode;
  /** Nothing is selected: no inspector. */
  inspector: ReactNode | undefined;
  /** None where the findings take the side instead. */
  dock: ReactNode | undefined;
  isDockOpen: boolean;
  dockHeight: number;
  onDockHeight: (height: number) => void;
};

const minDock = 160;
const minCanvas = 160;

/** The editor: palette left, canvas and dock in the middle, inspector right. */
export function EditorFrame(props: EditorFrameProps) {
  const t = useMessages();
  const isSingle = useMedia("(max-width: 760px)");
  const [panel, setPanel] = useState<EditorPanel>("canvas");
  const { isPaletteOpen, inspector, isDockOpen } = props;
  const isShown = (name: EditorPanel) => !isSingle || panel === name;
  const panels = (["canvas", "palette", "inspector", "dock"] as const).filter(
    (name) => name !== "inspector" || inspector !== undefined,
  );
  return (
    <div className={isPaletteOpen ? "app editor" : "app editor with-rail"}>
      <header className="top">
        {props.brand}
        {props.topBar}
      </header>
      {isSingle && (
        <div className="panel-switch">
          <Segmented
            wide
            label={t.editor.panels}
            options={panels.map((value) => ({ value, label: t.editor.show[value] }))}
            value={panels.includes(panel) ? panel : "canvas"}
            onChange={setPanel}
          />
        </div>
      )}
      <div className="body">
        {isShown("palette") && (isPaletteOpen || isSingle ? props.palette : props.rail)}
        {(isShown("canvas") || isShown("dock")) && (
          <main className="middle" aria-label={t.canvas.label}>
            {isShown("canvas") && <div className="canvas-area">{props.canvas}</div>}
            {isShown("dock") && props.dock !== undefined && (
              <DockArea {...props} isOpen={isDockOpen} isSingle={isSingle} />
            )}
          </main>
        )}
        {isShown("inspector") && inspector}
      </div>
    </div>
  );
}

type DockAreaProps = Pick<EditorFrameProps, "dock" | "dockHeight" | "onDockHeight"> & {
  isOpen: boolean;
  isSingle: boolean;
};

function DockArea({ dock, dockHeight, onDockHeight, isOpen, isSingle }: DockAreaProps) {
  const t = useMessages();
  if (isSingle || !isOpen) return <div className={isSingle ? "dock-area single" : "dock-area"}>{dock}</div>;
  const max = Math.max(minDock, window.innerHeight - minCanvas - 48);
  return (
    <>
      <Splitter
        direction="column"
        label={t.common.resize(t.editor.dock)}
        size={dockHeight}
        min={minDock}
        max={max}
        onResize={onDockHeight}
      />
      <div className="dock-area" style={{ height: dockHeight }}>
        {dock}
      </div>
    </>
  );
}
