import { useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { CodeRunner } from "#engine";
import { Button, Dialog } from "#ui/kit";
import type { Attached } from "../attached.ts";
import type { RecordedRun } from "../trial/recorded-run.ts";
import type { Bounds } from "../trial/trial.ts";
import { useLastRun } from "../trial/use-last-run.ts";
import type { PanelWords } from "../words/index.ts";
import { Beside } from "./beside.tsx";
import type { CodeHandle } from "./code-area.tsx";
import { Leaving } from "./leaving.tsx";
import { useCodeModel, useDeclarations, useFailedLine, useProblems } from "./use-code-model.ts";
import type { QueryOf } from "./query.ts";
import { useChecking } from "./use-checking.ts";
import { useDeclared } from "./use-declared.ts";
import { useDraft, type Draft } from "./use-draft.ts";
import { useMonaco } from "./use-monaco.ts";
import { useQueryWords } from "./use-query-words.ts";
import { useTrying } from "./use-trying.ts";
import { Writing } from "./writing.tsx";

export type CodeDialogProps = {
  words: PanelWords;
  purpose: string;
  language: string;
  source: string;
  bounds: Bounds;
  attached: Attached;
  lastRun: () => Promise<RecordedRun | undefined>;
  runner: () => Promise<CodeRunner>;
  /** In SQL: what the query sees of what came in. */
  query?: QueryOf;
  /** Stands above code that nobody here has adopted; it is not tried either. Undefined for code of one's own. */
  foreign: ReactNode;
  onSave: (source: string) => void;
  onClose: () => void;
};

/** The editor over the whole page: the code, and beside it what it sees, snippets, and a place to try it. */
export function CodeDialog(props: CodeDialogProps) {
  const { words, purpose, language, bounds, attached, runner, foreign, onClose } = props;
  const t = words.editor;
  const draft = useDraft(props.source, props.onSave);
  const [isLeaving, setLeaving] = useState(false);
  const code = useRef<CodeHandle>(null);
  const { monaco, hasFailed, again } = useMonaco();
  const last = useLastRun(props.lastRun);
  const trying = useTrying({
    words,
    language,
    source: draft.text,
    bounds,
    attached,
    last,
    runner,
    queryOf: props.query,
    isForeign: foreign !== undefined,
  });
  useQueryWords(monaco, trying.query);
  const model = useCodeModel(monaco, language, draft.first, draft.change);
  const declared = useDeclared(attached, last, trying.sample);
  useDeclarations(monaco, declared);
  const isChecked = useChecking(monaco, model, declared, words);
  useFailedLine(monaco, model, trying.failed);
  const problems = useProblems(monaco, model);
  const saved = { id: "saved", text: draft.saved } as const;
  const earlier = last.run === undefined ? [saved] : [saved, { id: "lastRun", text: last.run.code } as const];
  const close = () => (draft.isChanged ? setLeaving(true) : onClose());
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey ? { s: draft.save, Enter: trying.run }[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const goTo = (line: number) => code.current?.goTo(line);
  const footer = isLeaving ? (
    <Leaving words={words} draft={draft} onStay={() => setLeaving(false)} onClose={onClose} />
  ) : (
    <Usual words={words} draft={draft} onClose={close} />
  );
  return (
    <Dialog
      title={(language === "sql" ? t.queryTitle : t.title)(purpose)}
      isOpen
      size="full"
      onClose={close}
      footer={footer}
    >
      <div className="code-dialog" role="presentation" onKeyDownCapture={onKeyDownCapture}>
        {monaco !== undefined && model !== undefined ? (
          <Writing
            {...{ words, monaco, model, problems, isChecked, earlier, foreign }}
            handle={code}
            onFormat={() => code.current?.format()}
            onGoTo={goTo}
          />
        ) : (
          <Waiting {...{ words, hasFailed, again }} />
        )}
        <Beside
          {...{ words, language, bounds, attached, last, trying }}
          source={draft.text}
          handle={code}
          onGoTo={goTo}
        />
      </div>
    </Dialog>
  );
}

function Usual({ words, draft, onClose }: { words: PanelWords; draft: Draft; onClose: () => void }) {
  const t = words.editor;
  return (
    <>
      <Button onPress={onClose}>{t.close}</Button>
      <Button variant="primary" hint="Ctrl S" onPress={draft.save} disabled={!draft.isChanged}>
        {draft.isChanged || draft.saved === draft.first ? t.save : t.isSaved}
      </Button>
    </>
  );
}

function Waiting({ words, hasFailed, again }: { words: PanelWords; hasFailed: boolean; again: () => void }) {
  const t = words.editor;
  return (
    <div className="code-writing" role="status">
      <p className={hasFailed ? "c-stop" : "t2"}>{hasFailed ? t.failed : t.loading}</p>
      {hasFailed && (
        <span>
          <Button onPress={again}>{t.again}</Button>
        </span>
      )}
    </div>
  );
}
