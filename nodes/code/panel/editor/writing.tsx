import { useState } from "react";
import type { ReactNode, Ref } from "react";
import type { editor } from "monaco-editor/editor/editor.api.js";
import { Button, Icon, Segmented } from "#ui/kit";
import type { PanelWords } from "../words/index.ts";
import { CodeArea, type CodeHandle } from "./code-area.tsx";
import { DiffArea } from "./diff-area.tsx";
import type { Problem } from "./use-code-model.ts";
import type { Monaco } from "./use-monaco.ts";

export type WritingProps = {
  words: PanelWords;
  monaco: Monaco;
  model: editor.ITextModel;
  problems: readonly Problem[];
  /** Whether the checker has looked at the text yet. */
  isChecked: boolean;
  /** Earlier texts to compare with, by their names; the first is there always. */
  earlier: readonly { readonly id: "saved" | "lastRun"; readonly text: string }[];
  /** Stands above code that nobody here has adopted. */
  foreign: ReactNode;
  handle: Ref<CodeHandle>;
  onFormat: () => void;
  onGoTo: (line: number) => void;
};

/** Languages that the editor checks while they are written; it can put these in order too. */
const checked: ReadonlySet<string> = new Set(["javascript", "typescript"]);

/** The code: written, or held against what it was. */
export function Writing({
  words,
  monaco,
  model,
  problems,
  isChecked,
  earlier,
  foreign,
  handle,
  onFormat,
  onGoTo,
}: WritingProps) {
  const t = words.editor;
  const [view, setView] = useState<"write" | "compare">("write");
  const [withWhat, setWithWhat] = useState<"saved" | "lastRun">("saved");
  const before = (earlier.find(({ id }) => id === withWhat) ?? earlier[0])?.text ?? "";
  const hasChecker = checked.has(model.getLanguageId());
  const goTo = (line: number) => {
    setView("write");
    onGoTo(line);
  };
  return (
    <div className="code-writing">
      {foreign}
      <div className="row g8 wrap code-tools">
        <Segmented
          label={t.view}
          value={view}
          onChange={setView}
          options={(["write", "compare"] as const).map((value) => ({ value, label: t[value] }))}
        />
        {view === "compare" && earlier.length > 1 && (
          <Segmented
            label={t.comparingWith}
            value={withWhat}
            onChange={setWithWhat}
            options={earlier.map(({ id }) => ({ value: id, label: t[id] }))}
          />
        )}
        {view === "write" && hasChecker && (
          <Button size="sm" icon="scan-text" onPress={onFormat}>
            {t.format}
          </Button>
        )}
      </div>
      {/* Escape closes what the editor has open, and never the whole dialog with what is being written. */}
      <div
        className="code-frame"
        role="presentation"
        onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
      >
        <CodeArea {...{ monaco, model }} label={t.label} isHidden={view === "compare"} ref={handle} />
        {view === "compare" && <DiffArea {...{ monaco, model, before }} label={t.comparing} />}
      </div>
      <div className="code-status">
        <p className="small t2">{t.keys}</p>
        {!hasChecker && <p className="small t2">{t.unchecked}</p>}
        {hasChecker && <Problems {...{ words, problems, isChecked }} onGoTo={goTo} />}
      </div>
    </div>
  );
}

/** Problems that are listed; a text full of them is counted. */
const mostProblems = 20;

type ProblemsProps = {
  words: PanelWords;
  problems: readonly Problem[];
  isChecked: boolean;
  onGoTo: (line: number) => void;
};

function Problems({ words, problems, isChecked, onGoTo }: ProblemsProps) {
  const t = words.editor;
  if (!isChecked && problems.length === 0)
    return (
      <p className="small t2" role="status">
        {t.checking}
      </p>
    );
  return (
    <>
      <p className="small row g6" role="status">
        <Icon name={problems.length === 0 ? "check" : "triangle-alert"} size={14} tone={toneOf(problems)} />
        {t.problems(problems.length)}
      </p>
      {problems.length > 0 && (
        <ul className="code-problems">
          {problems.slice(0, mostProblems).map(({ line, message }, at) => (
            <li key={`${at} ${line}`}>
              <button type="button" onClick={() => onGoTo(line)}>
                <b className="w6 nowrap">{t.line(line)}</b> <span>{message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function toneOf(problems: readonly Problem[]): "pass" | "ask" | "stop" {
  if (problems.length === 0) return "pass";
  return problems.some(({ isError }) => isError) ? "stop" : "ask";
}
