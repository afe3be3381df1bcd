import type { ReactNode } from "react";
import { EmptyState } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { CauseChain } from "./cause-chain.tsx";
import { SealBanner } from "./seal-banner.tsx";
import type { SealBannerProps } from "./seal-banner.tsx";
import type { Cause, Effect, StepDetail, StepMark } from "./trace-data.ts";
import { TraceOverview } from "./trace-overview.tsx";
import { TraceStep } from "./trace-step.tsx";
import { TraceTimeline } from "./trace-timeline.tsx";
import type { TraceTimelineProps } from "./trace-timeline.tsx";

export type TraceViewProps = SealBannerProps &
  TraceTimelineProps & {
    marks: readonly StepMark[];
    step: StepDetail | undefined;
    causes: readonly Cause[];
    effects: readonly Effect[];
    /** What stands above the timeline and the step. */
    above?: ReactNode;
  };

/** The seal on top; below it the timeline, the step and its causes. */
export function TraceView(props: TraceViewProps) {
  const t = useMessages().trace;
  const { step, causes, effects, onSelect } = props;
  return (
    <div className="trace">
      <SealBanner seal={props.seal} isVerifying={props.isVerifying} onVerify={props.onVerify} />
      <TraceOverview marks={props.marks} selected={props.selected} onSelect={onSelect} />
      {props.above}
      <div className="trace-body">
        <TraceTimeline {...props} />
        <div className="trace-step">
          {step ? <TraceStep step={step} /> : <EmptyState icon="scroll-text" title={t.empty} text={t.emptyText} />}
        </div>
        {step && <CauseChain causes={causes} effects={effects} selected={step.seq} onSelect={onSelect} />}
      </div>
    </div>
  );
}
