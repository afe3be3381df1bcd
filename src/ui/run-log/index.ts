/** A run's log as people read it: pure folds from events to what the chat, the approvals and the trace show. */
export { approvalView, editedArguments, lastStop, type RequestEvent } from "./approval.ts";
export { causeLinks, chainOf, effectsOf } from "./causes.ts";
export { chatEntries, followUps, type Live } from "./chat.ts";
export { decidedItems, inboxItem } from "./decided.ts";
export { grantsOf, type GrantState, type GrantView } from "./grants.ts";
export { inspectedTexts } from "./inspected-texts.ts";
export { logOf, speakerOf, turnKey } from "./log.ts";
export { soughtIn } from "./origin-place.ts";
export { readingOf, type Reading } from "./reading.ts";
export { marksIn, withMarks } from "./sought.ts";
export { ago, clock, dateAndClock } from "./times.ts";
export { stepDetail } from "./trace-step.ts";
export { tellTrace } from "./trace-turns.ts";
