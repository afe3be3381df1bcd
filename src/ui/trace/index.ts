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
  TraceWish,
} from "./trace-data.ts";
export { TraceStep } from "./trace-step.tsx";
export { TraceTimeline, type TraceTimelineProps } from "./trace-timeline.tsx";
export { TraceView } from "./trace-view.tsx";
export { traceFilters, wholeTrace } from "./trace-data.ts";
