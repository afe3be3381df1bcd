export { CauseChain } from "./cause-chain.tsx";
export type { CauseChainProps } from "./cause-chain.tsx";
export { SealBanner } from "./seal-banner.tsx";
export type { SealBannerProps } from "./seal-banner.tsx";
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
export type { TraceTimelineProps } from "./trace-timeline.tsx";
export { TraceView } from "./trace-view.tsx";
export type { TraceViewProps } from "./trace-view.tsx";
