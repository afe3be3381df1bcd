import { useEffect, useRef } from "react";
import { Button, Icon, TextArea } from "#ui/kit";
import type { PanelWords } from "../words/index.ts";
import { Outcome } from "./outcome.tsx";
import type { Bounds } from "./trial.ts";
import { readInput } from "./trial.ts";
import type { LastRun } from "./use-last-run.ts";
import type { Trial } from "./use-trial.ts";

export type TryItProps = {
  words: PanelWords;
  bounds: Bounds;
  last: LastRun;
  input: string;
  /** Why it cannot be tried on this input. */
  problem: string | undefined;
  /** Nobody here has adopted the code. */
  isForeign: boolean;
  onInput: (text: string) => void;
  /** Undefined when the input is as it was in the last run. */
  onReset: (() => void) | undefined;
  trial: Trial;
  hasTools: boolean;
  onRun: () => void;
  onStop: () => void;
  onGoTo: (line: number) => void;
};

/** A sample of what comes in, and what the code makes of it. */
export function TryIt(props: TryItProps) {
  const { words, last, input, problem, trial, onReset } = props;
  const t = words.trial;
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trial.kind === "done") outcome.current?.scrollIntoView({ block: "nearest" });
  }, [trial]);
  const isRunning = trial.kind === "running";
  const hint = !last.isKnown ? t.looking : last.run === undefined ? t.noRun : t.fromLastRun;
  const isJson = readInput(input) !== undefined;
  return (
    <div className="code-trial">
      <TextArea
        label={t.input}
        code
        rows={5}
        hint={hint}
        error={isJson ? problem : t.notJson}
        value={input}
        onChange={props.onInput}
      />
      <div className="row g8 wrap">
        {isRunning ? (
          <Button icon="square" onPress={props.onStop}>
            {t.stop}
          </Button>
        ) : (
          <Button
            icon="play"
            variant="primary"
            disabled={!isJson || problem !== undefined || props.isForeign}
            onPress={props.onRun}
            hint={t.runHint}
          >
            {t.run}
          </Button>
        )}
        {onReset !== undefined && (
          <Button variant="ghost" size="sm" icon="undo" onPress={onReset}>
            {t.reset}
          </Button>
        )}
      </div>
      {props.isForeign && <p className="small t2">{t.foreign}</p>}
      {props.hasTools && (
        <p className="small t2 row g6">
          <Icon name="shield-check" size={14} tone="guard" />
          {t.safe}
        </p>
      )}
      <div role="status" ref={outcome}>
        {isRunning && <p className="small t2">{t.running}</p>}
        {trial.kind === "cancelled" && <p>{t.outcomes.cancelled}</p>}
        {trial.kind === "failed" && <p className="c-stop">{t.failed}</p>}
        {trial.kind === "done" && (
          <Outcome words={words} bounds={props.bounds} result={trial.result} onGoTo={props.onGoTo} />
        )}
      </div>
    </div>
  );
}
