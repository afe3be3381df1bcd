import type { KeyboardEvent, MouseEvent } from "react";
import type { Signal } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { StepMark } from "./trace-data.ts";

export type TraceOverviewProps = {
  marks: readonly StepMark[];
  selected: number | undefined;
  onSelect: (seq: number) => void;
};

/** More steps than this share bars, so that a long run stays a glance. */
const mostBars = 160;
const loudest: readonly (Signal | undefined)[] = ["stop", "ask", "sealed", "pass", undefined];

/** All steps as bars; the loud ones stand out. Arrows move through the steps. */
export function TraceOverview({ marks, selected, onSelect }: TraceOverviewProps) {
  const t = useMessages().trace;
  const at = marks.findIndex(({ seq }) => seq === selected);
  const perBar = Math.max(1, Math.ceil(marks.length / mostBars));
  const bars = Array.from({ length: Math.ceil(marks.length / perBar) }, (_, bar) =>
    marks.slice(bar * perBar, (bar + 1) * perBar),
  );
  const select = (index: number) => {
    const mark = marks[Math.min(Math.max(index, 0), marks.length - 1)];
    if (mark) onSelect(mark.seq);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    select(next);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    select(Math.floor(((event.clientX - left) / width) * marks.length));
  };
  return (
    <div
      className="overview"
      role="slider"
      tabIndex={0}
      aria-label={t.overview}
      aria-valuemin={marks[0]?.seq ?? 0}
      aria-valuemax={marks.at(-1)?.seq ?? 0}
      aria-valuenow={selected ?? marks[0]?.seq ?? 0}
      aria-valuetext={selected === undefined ? undefined : t.stepNumber(selected)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {bars.map((bar, index) => (
        <i
          key={bar[0]?.seq ?? index}
          className={signalOf(bar)}
          data-selected={Math.floor(at / perBar) === index || undefined}
        />
      ))}
    </div>
  );
}

function signalOf(bar: readonly StepMark[]): string {
  return loudest.find((signal) => bar.some((mark) => mark.signal === signal)) ?? "quiet";
}
