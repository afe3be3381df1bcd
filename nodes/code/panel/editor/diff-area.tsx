import { useLayoutEffect, useRef } from "react";
import type { editor } from "monaco-editor/editor/editor.api.js";
import { look } from "./code-area.tsx";
import type { Monaco } from "./use-monaco.ts";

export type DiffAreaProps = {
  monaco: Monaco;
  /** What is written now; can be changed here too. */
  model: editor.ITextModel;
  before: string;
  label: string;
};

/** An earlier text beside the one that is being written. */
export function DiffArea({ monaco, model, before, label }: DiffAreaProps) {
  const place = useRef<HTMLDivElement>(null);
  // Where all is taken away at once, this lets go of the model before its owner does away with it.
  useLayoutEffect(() => {
    if (place.current === null) return;
    const original = monaco.editor.createModel(before, model.getLanguageId());
    const shown = monaco.editor.createDiffEditor(place.current, {
      ...look(),
      renderOverviewRuler: false,
      renderGutterMenu: false,
      useInlineViewWhenSpaceIsLimited: true,
    });
    shown.setModel({ original, modified: model });
    // Each side takes its name from its own options only.
    for (const side of [shown.getOriginalEditor(), shown.getModifiedEditor()]) side.updateOptions({ ariaLabel: label });
    return () => {
      shown.dispose();
      original.dispose();
    };
  }, [monaco, model, before, label]);
  return <div className="code-area" ref={place} />;
}
