import { isKind, type RunEvent } from "#engine";

/** What became of one call. `asked`: a person approved it; `step-up`: because it went beyond the plan, among other reasons. */
export type CallEnd = "alone" | "asked" | "step-up" | "denied";

/** The end of the call that the model's answer number `hop` asked for. */
export function callEnd(events: readonly RunEvent[], hop: number): CallEnd {
  const key = `t1/agent/0/h${hop}.c0`;
  const request = events.find((event) => event.key === key && event.kind === "approval.request");
  const isMade = events.some((event) => event.key === key && event.kind === "tool.call");
  if (!isMade) return "denied";
  if (request === undefined || !isKind(request, "approval.request")) return "alone";
  const reasons = request.values.checks ?? [];
  return reasons.some((reason) => reason["why"] === "step-up") ? "step-up" : "asked";
}
