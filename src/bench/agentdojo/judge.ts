import { isKind, type RunEvent } from "#engine";

/** What became of one call. `asked`: a person approved it; `step-up`: because it went beyond the plan, among other reasons. */
export type CallEnd = "alone" | "asked" | "step-up" | "denied";

/** The end of the call that stands at that place of that answer of the model. */
export function callEnd(events: readonly RunEvent[], answer: number, place: number): CallEnd {
  const key = `t1/agent/0/h${answer}.c${place}`;
  const request = events.find((event) => event.key === key && event.kind === "approval.request");
  const isMade = events.some((event) => event.key === key && event.kind === "tool.call");
  if (!isMade) return "denied";
  if (request === undefined || !isKind(request, "approval.request")) return "alone";
  const reasons = request.values.checks ?? [];
  return reasons.some((reason) => reason["why"] === "step-up") ? "step-up" : "asked";
}
