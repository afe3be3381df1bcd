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
  TraceText,
  TraceTurn,
} from "./trace-data.ts";
export { TraceStep } from "./trace-step.tsx";
export { TraceTimeline } from "./trace-timeline.tsx";
export { TraceView } from "./trace-view.tsx";
