import { useEffect, useState } from "react";
import type { editor } from "monaco-editor/editor/editor.api.js";
import type { Monaco } from "./use-monaco.ts";

const endings: Readonly<Record<string, string>> = { typescript: "ts", javascript: "js", python: "py", sql: "sql" };

/** The text that is being written, as the editor holds it. `first` is what it begins with. */
export function useCodeModel(
  monaco: Monaco | undefined,
  language: string,
  first: string,
  onChange: (text: string) => void,
): editor.ITextModel | undefined {
  const [model, setModel] = useState<editor.ITextModel>();
  useEffect(() => {
    if (monaco === undefined) return;
    const place = monaco.Uri.parse(`file:///code/body.${endings[language] ?? "txt"}`);
    const made = monaco.editor.createModel(first, language, place);
    made.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
    made.setEOL(monaco.editor.EndOfLineSequence.LF);
    const changing = made.onDidChangeContent(() => onChange(made.getValue()));
    // oxlint-disable-next-line react/set-state-in-effect -- a model lives outside React, and as long as this effect
    setModel(made);
    return () => {
      setModel(undefined);
      changing.dispose();
      made.dispose();
    };
  }, [monaco, language, first, onChange]);
  return model;
}

/** Tells the checker of JavaScript and TypeScript what the code sees. */
export function useDeclarations(monaco: Monaco | undefined, text: string): void {
  useEffect(() => {
    for (const defaults of [monaco?.javascriptDefaults, monaco?.typescriptDefaults])
      defaults?.setExtraLibs([{ content: text, filePath: "file:///code/host.d.ts" }]);
  }, [monaco, text]);
}

export interface Problem {
  readonly line: number;
  readonly message: string;
  readonly isError: boolean;
}

/** What the checker finds in the text, by line. */
export function useProblems(monaco: Monaco | undefined, model: editor.ITextModel | undefined): readonly Problem[] {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    if (monaco === undefined || model === undefined) return;
    const look = () =>
      setProblems(
        monaco.editor
          .getModelMarkers({ resource: model.uri })
          .filter(({ severity }) => severity >= monaco.MarkerSeverity.Warning)
          .map(({ startLineNumber, message, severity }) => ({
            line: startLineNumber,
            message,
            isError: severity === monaco.MarkerSeverity.Error,
          }))
          .sort((a, b) => a.line - b.line),
      );
    look();
    const looking = monaco.editor.onDidChangeMarkers(look);
    return () => {
      looking.dispose();
      setProblems([]);
    };
  }, [monaco, model]);
  return problems;
}

/** Marks the line at which a trial failed, until the text changes. */
export function useFailedLine(
  monaco: Monaco | undefined,
  model: editor.ITextModel | undefined,
  failed: { readonly line: number; readonly message: string } | undefined,
): void {
  useEffect(() => {
    if (monaco === undefined || model === undefined || failed === undefined || failed.line > model.getLineCount())
      return;
    const { line, message } = failed;
    const clear = () => !model.isDisposed() && monaco.editor.setModelMarkers(model, "trial", []);
    monaco.editor.setModelMarkers(model, "trial", [
      {
        severity: monaco.MarkerSeverity.Error,
        message,
        startLineNumber: line,
        endLineNumber: line,
        startColumn: model.getLineFirstNonWhitespaceColumn(line),
        endColumn: model.getLineMaxColumn(line),
      },
    ]);
    const changing = model.onDidChangeContent(clear);
    return () => {
      changing.dispose();
      clear();
    };
  }, [monaco, model, failed]);
}
