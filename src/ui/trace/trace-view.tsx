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
    onNode?: ((id: string) => void) | undefined;
    /** What stands above the timeline and the step. */
    above?: ReactNode;
    /** What stands in place of the timeline, the step and its causes. */
    body?: ReactNode;
  };

/** The seal on top; below it the timeline, the step and its causes. */
export function TraceView(props: TraceViewProps) {
  const { step, causes, effects, onSelect, body } = props;
  return (
    <div className="trace">
      <SealBanner seal={props.seal} isVerifying={props.isVerifying} onVerify={props.onVerify} long={props.long} />
      <TraceOverview marks={props.marks} selected={props.selected} onSelect={onSelect} />
      {props.above}
      <div className="trace-body">
        {body ?? (
          <>
            <TraceTimeline {...props} />
            <StepPane step={step} onSelect={onSelect} onNode={props.onNode} />
            {step && <CauseChain causes={causes} effects={effects} selected={step.seq} onSelect={onSelect} />}
          </>
        )}
      </div>
    </div>
  );
}

type StepPaneProps = Pick<TraceViewProps, "step" | "onNode" | "onSelect">;

/** The step that was chosen, or how to choose one. */
export function StepPane({ step, onSelect, onNode }: StepPaneProps) {
  const t = useMessages().trace;
  return (
    <div className="trace-step">
      {step ? (
        <TraceStep {...{ step, onSelect, onNode }} />
      ) : (
        <EmptyState icon="scroll-text" title={t.empty} text={t.emptyText} />
      )}
    </div>
  );
}
