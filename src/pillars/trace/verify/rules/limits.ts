import { isKind, type EventOf } from "#engine";
import type { Rule } from "../rule.ts";

/** S04: a step that reached its limit uses no model and no tool after that in the same turn. */
export function limitRule(): Rule {
  let hits: EventOf<"limit.hit">[] = [];
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "limit.hit")) hits.push(event);
    if (isKind(event, "turn.start") || isKind(event, "turn.end")) hits = [];
    if (!isKind(event, "llm.request") && !isKind(event, "tool.call")) return [];
    const hit = hits.find((each) => each.node?.id === event.node?.id && each.key.startsWith(`${event.parent ?? ""}/`));
    if (hit === undefined) return [];
    const message = `At step ${event.seq}, a step went on although its limit was reached at step ${hit.seq}.`;
    return [{ code: "S04", step: event.seq, message }];
  };
  return { step };
}
