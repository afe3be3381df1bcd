import { isKind, type RunEvent } from "#engine";
import type { Finding, Rule, RunFacts } from "../rule.ts";

/**
 * S10: what runs because outside text decided so does nothing of consequence without a person, and hands that on: a step after
 * it was decided by outside text as well, unless a person decided at the step between.
 */
export function controlRule({ ahead }: RunFacts): Rule {
  const marked = new Set<string>();
  const settled = new Set<string>();
  const handedOn = new Map<string, number>();
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "approval.decision")) settled.add(stepOf(event.attrs.approvalId));
    if (isKind(event, "edge.taken") && marked.has(event.parent ?? "") && !settled.has(event.parent ?? ""))
      handedOn.set(`${turnOf(event)}/${event.attrs.to}/0`, event.seq);
    if (isKind(event, "node.start")) {
      if (event.attrs.control !== undefined) marked.add(event.key);
      else if (handedOn.has(event.key)) return [lost(event)];
    }
    if (!isKind(event, "tool.call") || event.attrs.effect === "read" || event.attrs.approvalId !== undefined) return [];
    // The monitor refused it after the intent was written down: no call was made.
    return marked.has(stepOf(event.parent ?? "")) && ahead.isAnswered(event.key)
      ? [unasked(event.seq, event.attrs.tool)]
      : [];
  };
  return { step };
}

function turnOf({ key }: RunEvent): string {
  return key.split("/", 1)[0] ?? "";
}

/** `t1/agent/0` of what that step did, whichever try it was. */
function stepOf(key: string): string {
  return key.split("/", 3).join("/").replace(/~\d+$/u, "");
}

function unasked(step: number, tool: string): Finding {
  const message = `At step ${step}, ${tool} was used where outside text had decided that it is, and no person was asked.`;
  return { code: "S10", step, message };
}

function lost({ seq, key }: RunEvent): Finding {
  const message = `At step ${seq}, ${key} started as if outside text had not decided that it does.`;
  return { code: "S10", step: seq, message };
}
