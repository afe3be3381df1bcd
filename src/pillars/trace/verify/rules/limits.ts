import { isKind, type EventOf, type RunEvent } from "#engine";
import type { Finding, Rule, RunFacts } from "../rule.ts";

/**
 * S04: a step that reached its limit uses no model and no tool after that in the same turn, and after somebody stopped the run nothing
 * that begins in that turn brings anything.
 */
export function limitRule({ ahead }: Pick<RunFacts, "ahead">): Rule {
  /** The first hit by what its key begins with: a step's node and its parent's key. */
  let hits = new Map<string, EventOf<"limit.hit">>();
  let stop: RunEvent | undefined;

  function note(event: RunEvent): void {
    if (isKind(event, "limit.hit")) for (const place of placesOf(event)) if (!hits.has(place)) hits.set(place, event);
    if (isKind(event, "turn.start") || isKind(event, "turn.end")) hits = new Map();
    if (isKind(event, "kill.switch")) stop = event;
    if (isKind(event, "turn.start")) stop = undefined;
  }

  const step: Rule["step"] = ({ event }) => {
    note(event);
    if (!isKind(event, "llm.request") && !isKind(event, "tool.call")) return [];
    const hit = hits.get(`${event.node?.id ?? ""} ${event.parent ?? ""}`);
    if (hit !== undefined) return [fault(event, `a step went on although its limit was reached at step ${hit.seq}`)];
    if (stop === undefined || !ahead.hasWorked(event.key)) return [];
    return [fault(event, `the run went on although it was stopped at step ${stop.seq}`)];
  };
  return { step };
}

/** Parts of the longest key of a step that is looked for: `t1/agent/0` has three. */
const mostParts = 4;

/** All keys under which a step would stand that the hit is about: those that its own begins with, up to a `/`. */
function placesOf({ key, node }: RunEvent): string[] {
  const parts = key.split("/", mostParts + 1);
  return parts.slice(1).map((_, at) => `${node?.id ?? ""} ${parts.slice(0, at + 1).join("/")}`);
}

function fault({ seq }: RunEvent, what: string): Finding {
  return { code: "S04", step: seq, message: `At step ${seq}, ${what}.` };
}
