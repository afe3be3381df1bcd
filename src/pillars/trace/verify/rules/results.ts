import { isKind, type EventOf } from "#engine";
import type { Finding, Rule } from "../rule.ts";
import { createOpenList } from "./open-list.ts";

/** S05: no node is done while a call that it made has no result, unless the call was refused or a recovery dealt with it. */
export function resultRule(): Rule {
  const calls = createOpenList<EventOf<"tool.call"> & { readonly kind: "tool.call" }>();
  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "tool.call")) calls.open(event);
    if (isKind(event, "tool.result") || isKind(event, "privilege.deny")) calls.settle(event.key);
    return calls.overdue(event).map(({ seq, attrs }): Finding => {
      return { code: "S05", step: seq, message: `The result of ${attrs.tool} at step ${seq} is missing.` };
    });
  };
  return { step };
}
