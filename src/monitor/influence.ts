import { isKind, joinLabels, type Label, type RunEvent } from "#engine";
import type { Influence } from "#pillars/autonomy";
import type { ToolCall } from "./tool-call.ts";

/**
 * What decided that a call is asked for at all: the branches before its step, and for code, which decides by what it is given, that too.
 * What a model has read makes up its mind as well; there the plan of the request, read off trusted words, says what is foreseen.
 */
export function controlOf({ scope }: ToolCall): Label {
  const { needs } = scope.step.definition;
  return needs.includes("code") ? joinLabels([scope.control, scope.label]) : scope.control;
}

/** How outside text had a say in a call beside its arguments. Only what was there before it was asked for counts. */
export function influenceOn(call: ToolCall): Influence {
  const { scope, desk, requestedAt } = call;
  const branch = isOutside(controlOf(call));
  return { branch, read: branch || isOutside(scope.label) || readOutside(desk.journal.reached(), requestedAt) };
}

function isOutside({ integrity }: Label): boolean {
  return integrity === "untrusted";
}

/** Whether an answer of a tool or a document is in the log before position `before`. */
export function readOutside(events: readonly RunEvent[], before = Infinity): boolean {
  return events.some(
    (event) =>
      event.seq < before &&
      (isKind(event, "tool.result") || (isKind(event, "retrieval.result") && event.attrs.documents.length > 0)),
  );
}
