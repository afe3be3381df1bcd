import { useEffect, useState } from "react";
import type { editor } from "monaco-editor/editor/editor.api.js";
import { bodyOf, findingsOf, type Finding } from "../checking/body.ts";
import type { PanelWords } from "../words/index.ts";
import type { Monaco } from "./use-monaco.ts";

/** Milliseconds without a keystroke before the text is checked. */
const pause = 300;

/** Whose the markers are, so that those of a trial stay. */
const owner = "checker";

/**
 * Checks the code as the body of the function that it is, and marks what is found in the text. `declared` is what the code sees: with
 * another one it is checked anew.
 * @returns whether the text has been checked yet; false for ever in a language that is not.
 */
export function useChecking(
  monaco: Monaco | undefined,
  model: editor.ITextModel | undefined,
  declared: string,
  words: PanelWords,
): boolean {
  const [checked, setChecked] = useState<editor.ITextModel>();
  useEffect(() => {
    if (monaco === undefined || model === undefined) return;
    const language = model.getLanguageId();
    const first = bodyOf(model.getValue(), language);
    if (first === undefined) return;
    // In a language of no interest to anybody, so that nothing but this looks at it.
    const place = monaco.Uri.parse(`file:///code/step.${language === "javascript" ? "js" : "ts"}`);
    const twin = monaco.editor.createModel(first.text, "plaintext", place);
    twin.setEOL(monaco.editor.EndOfLineSequence.LF);
    let round = 0;
    const check = async () => {
      const own = ++round;
      const body = bodyOf(model.getValue(), language) ?? first;
      twin.setValue(body.text);
      const diagnostics = await monaco.diagnose(language, place);
      if (own !== round) return;
      const markers = findingsOf(diagnostics, body).map((finding) => markerOf(finding, model, monaco, words));
      monaco.editor.setModelMarkers(model, owner, markers);
      setChecked(model);
    };
    // A checker that does not come leaves the text unchecked, and says so.
    const begin = () => void check().catch(() => undefined);
    let timer = setTimeout(begin, 0);
    const changing = model.onDidChangeContent(() => {
      clearTimeout(timer);
      timer = setTimeout(begin, pause);
    });
    return () => {
      round = -1;
      clearTimeout(timer);
      changing.dispose();
      twin.dispose();
      if (!model.isDisposed()) monaco.editor.setModelMarkers(model, owner, []);
    };
  }, [monaco, model, declared, words]);
  return checked !== undefined && checked === model;
}

function markerOf(finding: Finding, model: editor.ITextModel, monaco: Monaco, words: PanelWords): editor.IMarkerData {
  const { start, end, message, lost, weight, isUnused } = finding;
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  const severity = { error: "Error", warning: "Warning", hint: "Hint" } as const;
  return {
    severity: monaco.MarkerSeverity[severity[weight]],
    message: lost === undefined ? message : words.editor.lost[lost],
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
    tags: isUnused ? [monaco.MarkerTag.Unnecessary] : [],
  };
}
