import type { JsonValue, TracedEvent } from "../event.ts";
import { spanId, traceId } from "../line.ts";
import { conventions, general } from "./conventions.ts";
import { messagesOf } from "./messages.ts";
import { operations, type Step } from "./operations.ts";
import {
  attribute,
  measured,
  nanoseconds,
  spanKinds,
  statusCodes,
  type KeyValue,
  type Span,
  type SpanEvent,
  type TracesData,
} from "./otlp.ts";

/** Raised when other bytes come out for the same record: a reader compares only with the version that it knows. */
const derivedVersion = "1";

interface SpanDraft {
  readonly key: string;
  readonly parent: SpanDraft | undefined;
  readonly opening: TracedEvent;
  /** What was recorded under its own key. */
  readonly own: TracedEvent[];
  /** That, and what belongs to no span of its own. */
  readonly events: TracedEvent[];
  start: number;
  end: number;
}

/**
 * A run as one OpenTelemetry trace: a span for each step that takes time or decides, every recorded event on exactly one
 * span. Ids are those of the log's lines, so they come out equal for equal records and lead back to them. Of the values
 * only what the events show is in it.
 */
export function tracesOf(origin: string, events: readonly TracedEvent[]): TracesData {
  const { attrs = {} } = events[0] ?? {};
  const resource = [
    ...attribute(general.serviceName, "gatehouse"),
    ...attribute(general.serviceVersion, attrs["engine"]),
    ...attribute("gatehouse.run.origin", origin),
    ...attribute("gatehouse.run.host", attrs["host"]),
    ...attribute("gatehouse.flow.digest", attrs["flowDigest"]),
    ...attribute("gatehouse.policy.digest", attrs["policyDigest"]),
  ];
  const scope = {
    name: "gatehouse.trace",
    version: derivedVersion,
    attributes: attribute("gatehouse.conventions", `${conventions.source}@${conventions.commit}`),
  };
  return {
    resourceSpans: [{ resource: { attributes: resource }, scopeSpans: [{ scope, spans: spansOf(origin, events) }] }],
  };
}

function spansOf(origin: string, events: readonly TracedEvent[]): Span[] {
  const drafts = draftsOf(events);
  const story = { conversation: origin.slice(origin.lastIndexOf("/") + 1), messages: messagesOf(events) };
  return drafts.map((draft): Span => {
    const step: Step = new Map(draft.own.map((event) => [event.kind, event]));
    const told = operations.get(draft.opening.kind)?.(draft.opening, step, story);
    const failure = failureOf(draft.own);
    return {
      traceId: traceId(origin),
      spanId: spanId(origin, draft.key),
      ...(draft.parent === undefined ? {} : { parentSpanId: spanId(origin, draft.parent.key) }),
      name: told?.name ?? draft.opening.kind,
      kind: told?.kind ?? spanKinds.internal,
      startTimeUnixNano: nanoseconds(draft.start),
      endTimeUnixNano: nanoseconds(draft.end),
      attributes: [
        ...(told?.attributes ?? []),
        ...attribute("gatehouse.step", draft.key),
        ...attribute(general.errorType, failure),
      ],
      events: draft.events.map((event) => spanEvent(event, draft)),
      ...(failure === undefined ? {} : { status: { code: statusCodes.error } }),
    };
  });
}

/** In the order in which they begin; a parent always stands before its children. */
function draftsOf(events: readonly TracedEvent[]): SpanDraft[] {
  const openings = openingsOf(events);
  const drafts: SpanDraft[] = [];
  const owners = new Map<string, SpanDraft>();

  function ownerOf(event: TracedEvent): SpanDraft {
    const parent = parentOf(event) ?? drafts[0];
    const opening = openings.get(event.key);
    if (opening === undefined && parent !== undefined) return parent;
    const draft = {
      key: event.key,
      parent,
      opening: opening ?? event,
      own: [],
      events: [],
      start: event.time,
      end: event.time,
    };
    drafts.push(draft);
    return draft;
  }

  function parentOf({ key, parent }: TracedEvent): SpanDraft | undefined {
    const named = parent === undefined || parent === key ? undefined : owners.get(parent);
    if (named !== undefined) return named;
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
      const above = owners.get(key.slice(0, end));
      if (above !== undefined) return above;
    }
    return undefined;
  }

  for (const event of events) {
    const owner = owners.get(event.key) ?? ownerOf(event);
    owners.set(event.key, owner);
    if (owner.key === event.key) owner.own.push(event);
    owner.events.push(event);
    // A clock may go back; a span may not.
    owner.start = Math.min(owner.start, event.time);
    owner.end = Math.max(owner.end, event.time);
  }
  for (const { parent, start, end } of drafts.toReversed()) {
    if (parent === undefined) continue;
    parent.start = Math.min(parent.start, start);
    parent.end = Math.max(parent.end, end);
  }
  return drafts;
}

/** What each key's span is: of the kinds recorded under it, the one that stands first in `operations`. */
function openingsOf(events: readonly TracedEvent[]): Map<string, TracedEvent> {
  const ranks = new Map([...operations.keys()].map((kind, rank) => [kind, rank]));
  const rankOf = (event: TracedEvent | undefined) => ranks.get(event?.kind ?? "") ?? ranks.size;
  const openings = new Map<string, TracedEvent>();
  for (const event of events) if (rankOf(event) < rankOf(openings.get(event.key))) openings.set(event.key, event);
  return openings;
}

// Already on the span, under the conventions' name.
const onTheSpan: ReadonlySet<string> = new Set([
  "llm.request instructions",
  "llm.response text",
  "llm.response toolCalls",
  "tool.call arguments",
  "tool.result result",
  "retrieval.query query",
]);

const measures: ReadonlySet<string> = new Set(["guardrail.result score", "sandbox.end cpuMs"]);

function spanEvent(event: TracedEvent, span: SpanDraft): SpanEvent {
  const { kind, key, seq, actor, node, attrs, values } = event;
  // A kind that began no span here, as a second tool call under one key would, keeps its values.
  const told = (field: string) =>
    onTheSpan.has(`${kind} ${field}`) && span.own.findLast((own) => own.kind === kind) === event;
  const tell = (name: string, value: JsonValue): KeyValue[] => {
    const write = measures.has(`${kind} ${name}`) ? measured : attribute;
    return write(`gatehouse.${kind}.${name}`, value);
  };
  return {
    timeUnixNano: nanoseconds(event.time),
    name: kind,
    attributes: [
      ...attribute("gatehouse.seq", seq),
      ...(key === span.key ? [] : attribute("gatehouse.step", key)),
      ...attribute("gatehouse.actor.type", actor.type),
      ...attribute("gatehouse.actor.ref", actor.ref),
      ...attribute("gatehouse.node.id", node?.id),
      ...Object.entries(attrs).flatMap(([name, value]) => tell(name, value)),
      ...Object.entries(values).flatMap(([field, value]) =>
        told(field) ? [] : attribute(`gatehouse.${kind}.value.${field}`, value),
      ),
    ],
  };
}

/** Why a step failed, in a word; undefined where nothing did. */
function failureOf(events: readonly TracedEvent[]): string | undefined {
  for (const { kind, attrs } of events.toReversed()) {
    const reason = failureIn(kind, attrs);
    if (typeof reason === "string") return reason;
  }
  return undefined;
}

function failureIn(kind: string, attrs: TracedEvent["attrs"]): JsonValue | undefined {
  const { code, failure, outcome, status } = attrs;
  if (kind === "error" || kind === "privilege.deny") return code;
  if (kind === "llm.response" || kind === "guardrail.response") return failure;
  if (kind === "tool.result") return outcome === "success" ? undefined : outcome;
  const ends = kind === "node.end" || kind === "turn.end" || kind === "run.close";
  return ends && status === "failed" ? status : undefined;
}
