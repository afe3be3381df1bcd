import { isKind, type EventOf, type RunEvent } from "#engine";
import type { Finding, Rule } from "../rule.ts";
import { createOpenList } from "./open-list.ts";

/**
 * S03: whatever a model read was let through by a firewall before, every reply that was used was inspected, and no second
 * opinion that said stop, or did not come, was left out.
 */
export function firewallRule(): Rule {
  const passed = new Set<string>();
  const replies = createOpenList();
  const opinions = new Map<string, readonly string[]>();
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "guardrail.response") && event.attrs.verdict !== "pass")
      opinions.set(placeOf(event), [...(opinions.get(placeOf(event)) ?? []), event.attrs.tier]);
    if (isKind(event, "guardrail.result")) {
      const tiers = opinions.get(placeOf(event)) ?? [];
      if (tiers.some((tier) => !event.attrs.categories.includes(tier)))
        return [fault(event, "a second opinion was left out of the firewall's result")];
      const { direction, ref } = event.attrs;
      if (direction === "output") replies.settle(ref);
      else if (letsThrough(event)) passed.add(ref);
    }
    // A refusal is told to the model in the house's own words, under the key of the call.
    if (isKind(event, "privilege.deny")) passed.add(event.key);
    // The reply that used up a limit goes no further.
    if (isKind(event, "limit.hit") && event.parent !== undefined) replies.settle(event.parent);
    // A model call that failed brought nothing that could be used.
    if (isKind(event, "llm.response") && event.attrs.failure === undefined) replies.open(event);
    const unchecked = replies
      .overdue(event)
      .map((each) => fault(each, "a model's reply was used without the firewall's check"));
    return isKind(event, "llm.request") ? [...unchecked, ...unread(event, passed)] : unchecked;
  };
  return { step };
}

/** Which inspection it belongs to: all but the first part of its key. */
function placeOf({ key }: RunEvent): string {
  return key.slice(key.indexOf("/"));
}

function unread(event: EventOf<"llm.request">, passed: ReadonlySet<string>): Finding[] {
  const missing = event.attrs.refs.filter((ref) => !passed.has(ref));
  return missing.length === 0 ? [] : [fault(event, `a model read ${missing.join(", ")} without the firewall's check`)];
}

// From documents and tool results a firewall cuts the orders out and lets the rest through; what people wrote it stops whole.
function letsThrough({ attrs }: EventOf<"guardrail.result">): boolean {
  const cutOut = attrs.target === "document" || attrs.target === "tool";
  return attrs.verdict !== "block" || attrs.mode !== "enforce" || cutOut;
}

function fault(event: RunEvent, what: string): Finding {
  return { code: "S03", step: event.seq, message: `At step ${event.seq}, ${what}.` };
}
