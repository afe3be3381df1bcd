/** A run's log as people read it: pure folds from events to what the chat, the approvals and the trace show. */
export { approvalView, editedArguments, lastStop, type EditedArguments, type RequestEvent } from "./approval.ts";
export { causeLinks, chainOf, effectsOf } from "./causes.ts";
export { chatEntries, followUps, type Live } from "./chat.ts";
export { decidedItems, inboxItem } from "./decided.ts";
export { logOf, speakerOf } from "./log.ts";
export type { Viewpoint } from "./origins.ts";
export { readingOf, type Reading } from "./reading.ts";
export { ago, clock, dateAndClock } from "./times.ts";
export { stepDetail } from "./trace-step.ts";
export { tellTrace, type ToldTrace } from "./trace-turns.ts";
export { usageOf, type Usage } from "./usage.ts";
