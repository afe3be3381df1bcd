import { isKind, type EventOf, type RunEvent } from "#engine";
import type { Finding, Rule, RunFacts } from "../rule.ts";
import { createOpenList } from "./open-list.ts";

/**
 * S03: whatever a model read was let through before by the firewall of its step, every reply was inspected before something was
 * made of it, and no second opinion that said stop, or did not come, was left out.
 */
export function firewallRule({ ahead }: Pick<RunFacts, "ahead">): Rule {
  const passed = new Set<string>();
  const said = new Set<string>();
  const replies = createOpenList();
  const stopped = new Set<string>();
  const asked = new Map<string, EventOf<"guardrail.result">>();
  const opinions = new Map<string, Set<string>>();
  const inspected = new Set<string>();

  function judged(event: EventOf<"guardrail.result">): void {
    const { direction, ref, verdict, mode } = event.attrs;
    const isAsked = verdict === "ask" && mode === "enforce";
    if (isAsked) asked.set(event.key, event);
    const goesOn = !isAsked && letsThrough(event, said);
    if (direction === "input" && goesOn) passed.add(at(event, ref));
    if (direction === "output") {
      replies.settle(ref);
      if (goesOn) stopped.delete(ref);
      else stopped.add(ref);
    }
  }

  /** A person let pass what the firewall had asked about. */
  function approved({ attrs }: EventOf<"approval.decision">): void {
    const result = asked.get(attrs.approvalId);
    if (result === undefined || attrs.decision === "deny") return;
    if (result.attrs.direction === "input") passed.add(at(result, result.attrs.ref));
    else stopped.delete(result.attrs.ref);
  }

  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "message")) said.add(event.key);
    if (isKind(event, "guardrail.response") && event.attrs.verdict !== "pass")
      opinions.set(placeOf(event), (opinions.get(placeOf(event)) ?? new Set()).add(event.attrs.tier));
    if (isKind(event, "guardrail.result")) {
      const tiers = [...(opinions.get(placeOf(event)) ?? [])];
      if (tiers.some((tier) => !event.attrs.categories.includes(tier)))
        return [fault(event, "a second opinion was left out of the firewall's result")];
      if (inspected.has(event.key)) return [fault(event, "a firewall judged the same text a second time")];
      inspected.add(event.key);
      judged(event);
    }
    if (isKind(event, "approval.decision")) approved(event);
    // A refusal is told to the model in the house's own words, under the key of the call.
    if (isKind(event, "privilege.deny")) passed.add(at(event, event.key));
    // The reply that used up a limit goes no further.
    if (isKind(event, "limit.hit") && event.parent !== undefined) replies.settle(event.parent);
    // A model call that failed brought nothing that could be used.
    if (isKind(event, "llm.response") && event.attrs.failure === undefined) replies.open(event);
    if (isKind(event, "tool.call")) {
      const wanted = repliesOf(event.key);
      const isMade = !ahead.isRefused(event.key) || ahead.isAnswered(event.key);
      if (isMade && [...wanted, ...partsOf(event.key)].some((ref) => stopped.has(ref)))
        return [fault(event, "a tool was used as a reply wanted that the firewall had stopped")];
      if (wanted.some((reply) => replies.has(reply)))
        return [fault(event, "a tool was used as a reply wanted that no firewall had checked")];
    }
    const unchecked = replies
      .overdue(event)
      .map((each) => fault(each, "a model's reply was used without the firewall's check"));
    return isKind(event, "llm.request") ? [...unchecked, ...unread(event, passed)] : unchecked;
  };
  return { step };
}

/** A firewall speaks for the step that it hangs on, and for no other. */
function at({ node }: RunEvent, ref: string): string {
  return `${node?.id ?? ""} ${ref}`;
}

/** Whose call it may be: `t1/agent/0/h1` of `t1/agent/0/h1.c0` and of the calls of code in that, or what stands before the last `/`. */
function repliesOf(key: string): string[] {
  return [key.replace(/\.[^/]*$/u, ""), key.replace(/\/[^/]*$/u, "")];
}

/** What of a call is inspected before it leaves, and again once a person has changed it. */
function partsOf(key: string): string[] {
  return ["content", "call", "edited-content", "edited-call"].map((part) => `${key}#${part}`);
}

/** Which inspection it belongs to: all but the first part of its key. */
function placeOf({ key }: RunEvent): string {
  return key.slice(key.indexOf("/"));
}

function unread(event: EventOf<"llm.request">, passed: ReadonlySet<string>): Finding[] {
  const missing = event.attrs.refs.filter((ref) => !passed.has(at(event, ref)));
  return missing.length === 0 ? [] : [fault(event, `a model read ${missing.join(", ")} without the firewall's check`)];
}

// From documents and tool results a firewall cuts the orders out and lets the rest through; what people wrote it stops whole.
function letsThrough({ attrs }: EventOf<"guardrail.result">, said: ReadonlySet<string>): boolean {
  const cutOut = (attrs.target === "document" || attrs.target === "tool") && !said.has(attrs.ref);
  return attrs.verdict !== "block" || attrs.mode !== "enforce" || cutOut;
}

function fault(event: RunEvent, what: string): Finding {
  return { code: "S03", step: event.seq, message: `At step ${event.seq}, ${what}.` };
}
