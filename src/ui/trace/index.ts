export { SealBanner } from "./seal-banner.tsx";
export type {
  Cause,
  Effect,
  RuleLine,
  Seal,
  StepDetail,
  StepMark,
  TraceFilter,
  TraceLine,
  TraceRow,
  TraceText,
  TraceTurn,
  TraceViewName,
  TraceWish,
} from "./trace-data.ts";
export { TraceStep } from "./trace-step.tsx";
export { TraceTimeline, type TraceTimelineProps } from "./trace-timeline.tsx";
export { StepPane, TraceView } from "./trace-view.tsx";
export { ViewBar } from "./view-bar.tsx";
export { traceFilters, traceViews, wholeTrace } from "./trace-data.ts";
