import {
  isKind,
  renderTemplate,
  type JsonObject,
  type JsonValue,
  type Origin,
  type RunEvent,
  type Speaker,
  type StepScope,
  type ToolSpec,
} from "#engine";
import {
  carriedLabels,
  type LabelledText,
  type Readers,
  type TraceContext,
  type TracedArguments,
} from "#pillars/autonomy";
import { inferOrigins } from "#pillars/privileges";
import type { Desk, Memory } from "./desk.ts";
import { openTurns } from "./open-turns.ts";
import { eventsAt } from "./events-by-key.ts";

export interface SeenResult {
  readonly key: string;
  readonly spec: ToolSpec;
  readonly args: JsonObject;
  readonly traced: TracedArguments;
  readonly result: JsonValue;
  readonly readers: Readers;
}

export function rememberWords(memory: Memory, key: string, text: string, title?: string): void {
  memory.seen.push(words(key, text, title));
}

function words(key: string, text: string, title = "your message"): LabelledText {
  return { kind: "text", key, title, integrity: "user", text };
}

export function rememberResult(memory: Memory, seen: SeenResult): void {
  memory.seen.push(answered(seen));
}

function answered({ key, spec, args, traced, result, readers }: SeenResult): LabelledText {
  return {
    kind: "result",
    key,
    tool: spec.name,
    title: titleOf(spec, args),
    value: result,
    origins: spec.infersOrigins === true ? inferOrigins(result) : spec.resultOrigins,
    args,
    query: traced,
    queryRoles: spec.roles,
    created: spec.effect !== "read",
    ...(readers === undefined ? {} : { readers }),
    ...(spec.computes === undefined ? {} : { carried: carriedLabels(spec.computes, args, traced) }),
  };
}

/** Everything that was seen, and the day on which the turn began, in universal time: a resumed turn means the same by "tomorrow". */
export function traceContext({ memory, journal, turn }: Desk): TraceContext {
  const start = journal.reached().findLast((event) => event.kind === "turn.start" && event.key === turn.key);
  const today = start === undefined ? {} : { today: new Date(start.time).toISOString().slice(0, 10) };
  return { values: memory.seen, ...today };
}

/**
 * What the calls of this very step were answered in this chat: a handle never reaches what another step may read and this one
 * may not. Keys are `turn/step/...`.
 */
export function answeredTo({ step }: StepScope, { memory }: Desk): readonly LabelledText[] {
  return memory.seen.filter(({ kind, key }) => kind === "result" && key.split("/", 2)[1] === step.node.id);
}

function titleOf(spec: ToolSpec, args: JsonObject): string {
  const rendered = spec.recordTitle === undefined ? undefined : renderTemplate(spec.recordTitle, args);
  return rendered?.ok === true ? rendered.text : `answer of ${spec.title}`;
}

/** Fills the memory with what earlier turns have seen and this speaker may read, so that an argument can be traced to them. */
export function recall(
  memory: Memory,
  events: readonly RunEvent[],
  specs: ReadonlyMap<string, ToolSpec>,
  speaker: Speaker,
): void {
  const isOpen = openTurns(events, speaker);
  for (const event of events) {
    if (!isOpen(event.key)) continue;
    if (isKind(event, "message") && event.attrs.role === "user") {
      const { content } = event.values;
      if (content !== undefined) memory.seen.push(recalled(event, undefined, () => words(event.key, content)));
    }
    if (isKind(event, "retrieval.result") && event.attrs.documents.length > 0) memory.outsideText = true;
    if (isKind(event, "tool.result") && event.attrs.outcome === "success") recallResult(memory, event, events, specs);
  }
}

/** What earlier turns have seen is the same object in each turn: provenance takes every object apart once, however long the chat. */
const known = new WeakMap<RunEvent, { readonly spec: ToolSpec | undefined; readonly source: LabelledText }>();

function recalled(event: RunEvent, spec: ToolSpec | undefined, make: () => LabelledText): LabelledText {
  const before = known.get(event);
  if (before !== undefined && before.spec === spec) return before.source;
  const source = make();
  known.set(event, { spec, source });
  return source;
}

function recallResult(
  memory: Memory,
  event: Extract<RunEvent, { kind: "tool.result" }>,
  events: readonly RunEvent[],
  specs: ReadonlyMap<string, ToolSpec>,
): void {
  const spec = specs.get(event.attrs.tool);
  const intent = eventsAt(events, event.key).find(({ kind }) => kind === "tool.call");
  const { result } = event.values;
  const { readers } = event.attrs;
  if (spec === undefined || intent === undefined || !isKind(intent, "tool.call") || result === undefined) return;
  memory.outsideText = true;
  const { arguments: args = {}, origins = {} } = intent.values;
  memory.seen.push(
    recalled(event, spec, () => answered({ key: event.key, spec, args, traced: tracedFrom(origins), result, readers })),
  );
}

function tracedFrom(origins: Readonly<Record<string, Origin>>): TracedArguments {
  return Object.fromEntries(
    Object.entries(origins).map(([path, { kind, title, key, integrity }]) => [
      path,
      { label: { integrity, sources: [key] }, origin: { kind, title, key } },
    ]),
  );
}
