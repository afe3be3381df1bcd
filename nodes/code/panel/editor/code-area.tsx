import { useEffect, useImperativeHandle, useRef } from "react";
import type { Ref } from "react";
import type { editor } from "monaco-editor/editor/editor.api.js";
import type { Monaco } from "./use-monaco.ts";

/** What the parts around the editor ask of it. */
export interface CodeHandle {
  /** Writes whole lines before the line of the cursor, or in place of everything. */
  insert(text: string, replacesAll: boolean): void;
  goTo(line: number): void;
  format(): void;
}

export type CodeAreaProps = {
  monaco: Monaco;
  model: editor.ITextModel;
  label: string;
  isHidden: boolean;
  ref: Ref<CodeHandle>;
};

/** The editor itself. */
export function CodeArea({ monaco, model, label, isHidden, ref }: CodeAreaProps) {
  const place = useRef<HTMLDivElement>(null);
  const made = useRef<editor.IStandaloneCodeEditor>(null);
  useEffect(() => {
    if (place.current === null) return;
    const code = monaco.editor.create(place.current, {
      ...look(),
      model,
      ariaLabel: label,
      // Enter ends a line whose last word is complete.
      acceptSuggestionOnEnter: "smart",
      padding: { top: 12, bottom: 12 },
      parameterHints: { enabled: true },
      tabSize: 2,
      wordBasedSuggestions: "off",
    });
    made.current = code;
    code.focus();
    return () => {
      made.current = null;
      code.dispose();
    };
  }, [monaco, model, label]);
  useImperativeHandle(
    ref,
    () => ({
      insert(text, replacesAll) {
        const code = made.current;
        if (code === null) return;
        const line = code.getPosition()?.lineNumber ?? 1;
        const start = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
        code.pushUndoStop();
        code.executeEdits("insert", [{ range: replacesAll ? model.getFullModelRange() : start, text }]);
        code.pushUndoStop();
        code.focus();
      },
      goTo(line) {
        const code = made.current;
        code?.setPosition({ lineNumber: line, column: model.getLineFirstNonWhitespaceColumn(line) || 1 });
        code?.revealLineInCenterIfOutsideViewport(line);
        code?.focus();
      },
      format() {
        void made.current?.getAction("editor.action.formatDocument")?.run();
      },
    }),
    [model],
  );
  return <div className="code-area" ref={place} hidden={isHidden} />;
}

/** How every editor here looks. Its input is a text field, so that the page's single-letter keys leave it alone. */
export function look(): editor.IEditorOptions & { automaticLayout: boolean } {
  return {
    automaticLayout: true,
    contextmenu: false,
    editContext: false,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--f-code"),
    fontSize: 13,
    lineHeight: 20,
    lineNumbersMinChars: 3,
    links: false,
    minimap: { enabled: false },
    overviewRulerBorder: false,
    renderLineHighlight: "line",
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
  };
}
