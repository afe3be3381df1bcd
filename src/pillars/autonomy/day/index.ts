/** Limits that all chats of a flow share on one calendar day: pure, over what the chats' logs tell. */
export {
  dayLimits,
  dayLines,
  fits,
  hasDayLimit,
  heldBy,
  tokensIn,
  type DayAsk,
  type DayLimit,
  type DayLine,
} from "./claim.ts";
export { addUse, createDayCount, dayUseOf, noDayUse, tellingKinds, type DayUse, type ModelUse } from "./day-use.ts";
export { daySentence } from "./sentence.ts";
export { utcDay } from "./utc-day.ts";
