import { useMemo } from "react";
import { timeScale, took } from "../run-log/index.ts";
import type { TimeScale } from "../run-log/index.ts";
import { StepPane } from "../trace/index.ts";
import { TraceTime } from "../trace/trace-time.tsx";
import type { StepDetail, TraceSpan } from "../trace/trace-data.ts";
import { pageWords } from "./words.ts";

export type TimeViewProps = {
  spans: readonly TraceSpan[];
  step: StepDetail | undefined;
  selected: number | undefined;
  onSelect: (seq: number) => void;
  onNode: (id: string) => void;
};

/** The tree of work over time, and the step that was chosen. */
export function TimeView({ spans, step, selected, onSelect, onNode }: TimeViewProps) {
  const words = pageWords();
  const scaleOf = useMemo(() => scales(spans), [spans]);
  return (
    <>
      <TraceTime {...{ spans, scaleOf, selected, onSelect }} took={(milliseconds) => took(milliseconds, words)} />
      <StepPane {...{ step, onSelect, onNode }} />
    </>
  );
}

/** The clock face of each turn, made when the turn is seen. */
function scales(spans: readonly TraceSpan[]): (turn: number) => TimeScale {
  const byTurn = Map.groupBy(spans, ({ turn }) => turn);
  const made = new Map<number, TimeScale>();
  return (turn) => {
    const scale = made.get(turn) ?? timeScale(byTurn.get(turn) ?? []);
    made.set(turn, scale);
    return scale;
  };
}
