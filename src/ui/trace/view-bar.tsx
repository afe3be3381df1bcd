import { Segmented } from "#ui/kit";
import { traceViews } from "./trace-data.ts";
import type { TraceViewName } from "./trace-data.ts";
import { pageTraceWords } from "./words.ts";

export type ViewBarProps = {
  view: TraceViewName;
  onView: (view: TraceViewName) => void;
  /** What the run took and cost, in words. */
  totals: readonly string[];
};

const icons = { steps: "scroll-text", time: "timer", canvas: "workflow", compare: "split" } as const;

/** How the trace is looked at, and what the run took and cost. */
export function ViewBar({ view, onView, totals }: ViewBarProps) {
  const words = pageTraceWords();
  return (
    <div className="view-bar">
      <Segmented
        label={words.view}
        value={view}
        onChange={onView}
        options={traceViews.map((value) => ({ value, label: words.views[value], icon: icons[value] }))}
      />
      <p className="small t2 num clip end">{totals.join(" · ")}</p>
    </div>
  );
}
