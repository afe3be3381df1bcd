/** A run's log as people read it: pure folds from events to what the chat, the approvals and the trace show. */
export { approvalView, editedArguments, lastStop, type RequestEvent } from "./approval.ts";
export { chainOf, effectsOf } from "./causes.ts";
export { chatEntries, followUps, type Live } from "./chat.ts";
export { decidedItems, inboxItem } from "./decided.ts";
export { grantsOf, type GrantState, type GrantView } from "./grants.ts";
export { inspectedTexts } from "./inspected-texts.ts";
export { logOf, type Log, speakerOf, turnKey, withoutField, withSteps } from "./log.ts";
export { soughtIn } from "./origin-place.ts";
export { readingOf, type Reading } from "./reading.ts";
export { marksIn, withMarks } from "./sought.ts";
export { ago, clock, dateAndClock } from "./times.ts";
export { stepDetail } from "./trace-step.ts";
export { createTraceIndex, type TraceIndex } from "./trace-index.ts";
export { searchSteps, type SearchProgress } from "./search-steps.ts";
