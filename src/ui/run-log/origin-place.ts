import type { JsonValue, Origin, RunEvent } from "#engine";
import { isKind } from "#engine";
import { childAt, pathSteps } from "#pillars/autonomy";
import type { RequestEvent } from "./approval.ts";
import { textAt, withoutField } from "./log.ts";
import { labelOf } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { marksIn } from "./sought.ts";

/** Where in the run's log the value of an argument stands, as the trace traced it. */
export interface OriginPlace {
  /** The step that holds the source. */
  readonly seq: number;
  /** A person's own message is shown in the chat, everything else in the trace. */
  readonly shownIn: "chat" | "trace";
  /** Of the argument's leaf, as the request names it: `amount`, `items.0.sku`. */
  readonly argument: string;
  /** Title of the document in which the words of a value that the agent wrote stand too. */
  readonly document?: string;
}

/** What has to be marked at a place: the value of one argument, and where inside a record it stands. */
export interface Sought {
  readonly value: JsonValue;
  /** Dotted path inside the record; empty for the whole text. */
  readonly path: string;
  /** What the card calls the argument. */
  readonly label: string;
}

/** Undefined where the source is no longer there: erased, or not in this log. */
export function originPlace(
  request: RequestEvent,
  argument: string,
  origin: Origin | undefined,
  events: readonly RunEvent[],
): OriginPlace | undefined {
  const before = events.filter(({ seq }) => seq < request.seq);
  if (origin === undefined || origin.kind === "model") return writtenBy(request, argument, before);
  const source = before.findLast((event) => event.key === withoutField(origin.key) && holdsText(event));
  if (source === undefined) return undefined;
  const isWords = isKind(source, "message") && source.attrs.role === "user";
  return { seq: source.seq, shownIn: isWords ? "chat" : "trace", argument };
}

/** What the agent wrote is in its answer; the words of a document that it read are shown where they stand. */
function writtenBy(request: RequestEvent, argument: string, before: readonly RunEvent[]): OriginPlace | undefined {
  const value = argumentAt(request, argument);
  for (const event of before) {
    if (value === undefined || !isKind(event, "retrieval.result")) continue;
    const passage = event.values.passages?.find((each) => marksIn(textAt(each, "text"), value).length > 0);
    if (passage !== undefined)
      return { seq: event.seq, shownIn: "trace", argument, document: textAt(passage, "title") };
  }
  const answer = /^(.*\/h\d+)\.c\d+/u.exec(request.key)?.[1];
  const source = before.findLast((event) => event.key === answer && holdsText(event));
  return source === undefined ? undefined : { seq: source.seq, shownIn: "trace", argument };
}

/** What an erased step held is gone, and only that it was there is still in the log. */
function holdsText(event: RunEvent): boolean {
  if (isKind(event, "message")) return event.values.content !== undefined;
  if (isKind(event, "tool.result")) return event.values.result !== undefined;
  if (isKind(event, "llm.response")) return event.values.toolCalls !== undefined;
  if (isKind(event, "approval.decision")) return event.values.arguments !== undefined;
  return isKind(event, "retrieval.result") && event.values.passages !== undefined;
}

/** What the request at that step says about an argument; undefined for a step that is no request, and for an argument it has not. */
export function soughtIn(
  events: readonly RunEvent[],
  request: number,
  argument: string,
  reading: Reading,
): Sought | undefined {
  const event = events.find(({ seq }) => seq === request);
  if (event === undefined || !isKind(event, "approval.request")) return undefined;
  const value = argumentAt(event, argument);
  if (value === undefined) return undefined;
  const origins = event.values.origins ?? {};
  const key = Object.hasOwn(origins, argument) ? (origins[argument]?.key ?? "") : "";
  const from = key.indexOf("#");
  const label = labelOf(pathSteps(argument)[0] ?? argument, reading.tools.get(event.attrs.tool));
  return { value, path: from === -1 ? "" : key.slice(from + 1), label };
}

function argumentAt({ values }: RequestEvent, path: string): JsonValue | undefined {
  return pathSteps(path).reduce<JsonValue | undefined>((held, step) => childAt(held, step), values.arguments);
}

/** Whether somebody outside could have written a value: nobody vouches for it, and text from outside had been read by then. */
export function isReachable(origin: Origin | undefined, request: RequestEvent, events: readonly RunEvent[]): boolean {
  if (origin !== undefined && origin.integrity !== "untrusted") return false;
  if (origin?.kind === "outside") return true;
  return events.some(
    (event) => event.seq < request.seq && (event.kind === "tool.result" || event.kind === "retrieval.result"),
  );
}
